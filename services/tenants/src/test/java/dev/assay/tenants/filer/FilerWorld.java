package dev.assay.tenants.filer;

import static dev.assay.tenants.world.World.OPERATOR;
import static dev.assay.tenants.world.World.get;
import static dev.assay.tenants.world.World.hire;
import static dev.assay.tenants.world.World.newSubject;
import static dev.assay.tenants.world.World.post;
import static dev.assay.tenants.world.World.put;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.tenants.filer.rule.FilerRuleSet;
import dev.assay.tenants.filer.rule.ProposedRules;
import dev.assay.tenants.world.World.Client;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Profiles and rule sets over the API, in the names of those who may enter them. */
public final class FilerWorld {

  public static final String RULE_SETS = "/v1/rule-sets/filer-status";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Adopted rules of tests begin here, so that they decide for nobody else's years. */
  private static final LocalDate FAR = LocalDate.of(2090, 1, 1);

  private FilerWorld() {}

  public static Map<String, Object> usd(long millions) {
    return Map.of("amountMinor", millions * 100_000_000, "currency", "USD");
  }

  /** A seasoned filer with this float and revenue, in millions. */
  public static Map<String, Object> filer(int fiscalYear, long publicFloat, long revenue) {
    Map<String, Object> body = new HashMap<>();
    body.put("registration", "REPORTING");
    body.put("publicFloat", usd(publicFloat));
    body.put("publicFloatMeasuredOn", floatDay(fiscalYear).toString());
    body.put("revenue", usd(revenue));
    body.put("monthsReporting", 36);
    body.put("annualReportsFiledBefore", 3);
    body.put("egcClaimed", false);
    return body;
  }

  public static LocalDate floatDay(int fiscalYear) {
    return new FilerYear(fiscalYear, new dev.assay.tenants.client.FiscalYearEnd(12, 31)).floatDay();
  }

  public static String path(Client client, int fiscalYear) {
    return client.path() + "/filer-profiles/" + fiscalYear;
  }

  /** Enters a profile in the admin's name, whatever was entered before. */
  public static Response enter(Client client, int fiscalYear, Object profile) {
    String admin = client.msp().admin();
    Response now = get(admin, path(client, fiscalYear));
    String version = now.statusCode() == 404 ? "\"v0\"" : now.header("ETag");
    Response entered = put(admin, path(client, fiscalYear), version, profile);
    entered.then().statusCode(200);
    return entered;
  }

  /** Enters a single kind in the admin's name, for a client that had none. */
  public static Response enterKinds(Client client, String kind, String from) {
    Response entered =
        put(
            client.msp().admin(),
            client.path() + "/applicability",
            "\"v0\"",
            Map.of(
                "kinds", List.of(Map.of("kind", kind, "from", from)), "reason", "As registered."));
    entered.then().statusCode(200);
    return entered;
  }

  public static String anotherOperator() {
    String subject = newSubject("operator");
    hire(OPERATOR, "/v1/platform", subject, "PLATFORM_OPERATOR");
    return subject;
  }

  public static Map<String, Object> proposal(String name) {
    return proposal(name, ProposedRules.release3311419());
  }

  public static Map<String, Object> proposal(String name, FilerRuleSet like) {
    return Map.of(
        "ruleSet",
        name,
        "effectiveFrom",
        "2021-01-01",
        "source",
        like.source(),
        "rules",
        JSON.convertValue(like.rules(), Map.class));
  }

  public static String newName() {
    return "proposed-" + UUID.randomUUID();
  }

  /** A pending rule set; answers its name. */
  public static String entered(String by) {
    String name = newName();
    post(by, RULE_SETS, proposal(name)).then().statusCode(201);
    return name;
  }

  public static Map<String, Object> adoptionOn(LocalDate day) {
    return Map.of("effectiveFrom", day.toString(), "reason", "Adopted by the Commission.");
  }

  /** The first day on which another rule set may begin. */
  public static LocalDate nextRuleDay() {
    List<String> days =
        get(OPERATOR, RULE_SETS + "?limit=200")
            .then()
            .statusCode(200)
            .extract()
            .path("items.findAll { it.state == 'ADOPTED' }.effectiveFrom");
    LocalDate last = days.stream().map(LocalDate::parse).max(LocalDate::compareTo).orElseThrow();
    return last.isBefore(FAR) ? FAR : last.plusDays(1);
  }
}
