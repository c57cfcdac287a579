package dev.assay.tenants.world;

import static dev.assay.tenants.world.World.as;
import static dev.assay.tenants.world.World.put;

import dev.assay.tenants.world.World.Client;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Entries of fiscal calendars, as tests send them. */
public final class FiscalCalendars {

  private FiscalCalendars() {}

  /** Gives a client whose year is the calendar year an earlier change and a concluded audit. */
  public static void changeAndAudit(Client client) {
    var june = change(fixed(6, 30), "2020-01-01", "2019-12-01");
    record(client, "\"v0\"", june).then().statusCode(201);
    audit(client, "2022", "\"v0\"", concluded("2022-09-01")).then().statusCode(200);
  }

  public static Response record(Client client, String ifMatch, Object body) {
    return record(client, ifMatch, UUID.randomUUID().toString(), body);
  }

  public static Response record(Client client, String ifMatch, String key, Object body) {
    var request =
        as(client.msp().admin())
            .contentType("application/json")
            .header("Idempotency-Key", key)
            .body(body);
    return (ifMatch == null ? request : request.header("If-Match", ifMatch))
        .when()
        .post(client.path() + "/fiscal-calendar/changes");
  }

  public static Response audit(Client client, String year, String ifMatch, Object body) {
    return put(
        client.msp().admin(), client.path() + "/fiscal-years/" + year + "/audit", ifMatch, body);
  }

  public static Map<String, Object> concluded(String on) {
    return new HashMap<>(Map.of("auditConcludedOn", on, "reason", "Auditor's report released."));
  }

  public static Map<String, Object> change(
      Map<String, Object> rule, String from, String determined) {
    return new HashMap<>(
        Map.of(
            "kind",
            "CHANGE",
            "rule",
            rule,
            "effectiveFrom",
            from,
            "determinedOn",
            determined,
            "reason",
            "Same year end as the parent company."));
  }

  /** Of all that is recorded. */
  public static Map<String, Object> correction(Map<String, Object> rule) {
    return new HashMap<>(
        Map.of("kind", "CORRECTION", "rule", rule, "reason", "Entered wrongly at onboarding."));
  }

  public static Map<String, Object> fixed(int month, int day) {
    return Map.of("kind", "FIXED_DAY", "month", month, "day", day);
  }

  public static Map<String, Object> last(String weekday, int month) {
    return Map.of("kind", "LAST_WEEKDAY", "month", month, "weekday", weekday);
  }

  public static Map<String, Object> nearestToEnd(String weekday, int month) {
    return Map.of("kind", "NEAREST_WEEKDAY", "month", month, "weekday", weekday);
  }
}
