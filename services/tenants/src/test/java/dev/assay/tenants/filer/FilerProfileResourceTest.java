package dev.assay.tenants.filer;

import static dev.assay.tenants.filer.FilerWorld.enter;
import static dev.assay.tenants.filer.FilerWorld.filer;
import static dev.assay.tenants.filer.FilerWorld.path;
import static dev.assay.tenants.filer.FilerWorld.usd;
import static dev.assay.tenants.world.World.atClient;
import static dev.assay.tenants.world.World.get;
import static dev.assay.tenants.world.World.hire;
import static dev.assay.tenants.world.World.newClient;
import static dev.assay.tenants.world.World.newMsp;
import static dev.assay.tenants.world.World.newSubject;
import static dev.assay.tenants.world.World.patiently;
import static dev.assay.tenants.world.World.post;
import static dev.assay.tenants.world.World.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.tenants.filer.status.Reckoned;
import dev.assay.tenants.world.AuditLog;
import dev.assay.tenants.world.World.Client;
import dev.assay.tenants.world.World.Msp;
import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.statement.SqlStatements;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class FilerProfileResourceTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Msp msp;
  private Client client;

  @BeforeEach
  void onboard() {
    msp = newMsp();
    client = newClient(msp);
  }

  private static JsonNode statusIn(Response answer) throws Exception {
    return JSON.readTree(answer.asString()).required("status");
  }

  @Test
  void tellsTheStatusWithAllThatItFollowsFrom() throws Exception {
    Map<String, Object> profile = filer(2025, 300, 400);
    profile.put("previousStatus", "ACCELERATED");
    profile.put("previousRevenue", usd(380));
    profile.put("egcClaimed", true);
    profile.put("ipoDate", "2021-09-15");

    Response entered = put(msp.admin(), path(client, 2025), "\"v0\"", profile);

    entered
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"v1\""))
        .body("fiscalYear", equalTo(2025))
        .body("version", equalTo(1))
        .body("status.ruleSet", equalTo("filer-status-2022"))
        .body("status.filerStatus", equalTo("ACCELERATED"))
        .body("status.management404a", equalTo(true))
        .body("status.auditor404b", equalTo(false))
        .body("status.emergingGrowth.status", equalTo("IN_FORCE"))
        .body("status.emergingGrowth.latestEnd", equalTo("2026-12-31"))
        .body("status.annualReportDueDays", equalTo(75))
        .body("remarks", empty());
    Reckoned.again(statusIn(entered));
    Response read = get(msp.admin(), path(client, 2025));
    read.then().statusCode(200).header("ETag", equalTo("\"v1\""));
    assertThat(read.asString()).isEqualTo(entered.asString());
  }

  @Test
  void theClientIsReadWithTheStatusOfItsLastYear() {
    get(msp.admin(), client.path()).then().body("filerStatus", nullValue());

    enter(client, 2025, filer(2025, 900, 2000));
    enter(client, 2024, filer(2024, 300, 400));

    get(msp.admin(), client.path())
        .then()
        .body("filerStatus", equalTo("LARGE_ACCELERATED"))
        .header("ETag", equalTo("\"v1\""));
    get(msp.admin(), msp.path() + "/clients")
        .then()
        .body("items.filerStatus", contains("LARGE_ACCELERATED"));
    assertThat(AuditLog.events(client.id(), "client.filer-status-derived")).isEqualTo(1);
  }

  @Test
  void whatWasEnteredByHandGivesWayToTheDerivedStatus() {
    Map<String, Object> byHand =
        Map.of(
            "legalName",
            "Copperfield Instruments (demo)",
            "fiscalYearEnd",
            Map.of("month", 12, "day", 31),
            "timeZone",
            "America/New_York",
            "filerStatus",
            "NON_ACCELERATED");
    put(msp.admin(), client.path(), "\"v0\"", byHand)
        .then()
        .body("filerStatus", equalTo("NON_ACCELERATED"));

    enter(client, 2025, filer(2025, 300, 400));

    String version =
        get(msp.admin(), client.path())
            .then()
            .body("filerStatus", equalTo("ACCELERATED"))
            .extract()
            .header("ETag");
    put(msp.admin(), client.path(), version, byHand)
        .then()
        .statusCode(200)
        .body("filerStatus", equalTo("ACCELERATED"));
  }

  @Test
  void aNewVersionNeedsTheOneThatWasReadAndKeepsTheOldOne() {
    String second = newSubject("admin");
    hire(msp.admin(), msp.path(), second, "MSP_ADMIN");
    put(msp.admin(), path(client, 2025), null, filer(2025, 300, 400)).then().statusCode(428);
    put(msp.admin(), path(client, 2025), "\"v1\"", filer(2025, 300, 400)).then().statusCode(412);
    put(msp.admin(), path(client, 2025), "\"v0\"", filer(2025, 300, 400)).then().statusCode(200);
    put(second, path(client, 2025), "\"v0\"", filer(2025, 800, 400)).then().statusCode(412);

    put(second, path(client, 2025), "\"v1\"", filer(2025, 800, 400))
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"v2\""))
        .body("status.filerStatus", equalTo("LARGE_ACCELERATED"))
        .body("authors.find { it.field == 'publicFloat' }.enteredBy", equalTo(second))
        .body("authors.find { it.field == 'publicFloat' }.version", equalTo(2))
        .body("authors.find { it.field == 'revenue' }.enteredBy", equalTo(msp.admin()))
        .body("authors.find { it.field == 'revenue' }.version", equalTo(1));

    get(msp.admin(), path(client, 2025) + "/versions")
        .then()
        .statusCode(200)
        .body("items.version", contains(2, 1))
        .body("items.enteredBy", contains(second, msp.admin()))
        .body("items.inputs.publicFloat.amountMinor", contains(80_000_000_000L, 30_000_000_000L));
    Response page = get(msp.admin(), path(client, 2025) + "/versions?limit=1");
    get(msp.admin(), path(client, 2025) + "/versions?limit=1&cursor=" + page.path("nextCursor"))
        .then()
        .body("items.version", contains(1))
        .body("nextCursor", nullValue());
  }

  @Test
  void ofSixteenWritersOfOneVersionOneWins() throws Exception {
    List<Integer> answers;
    try (var threads = Executors.newFixedThreadPool(16)) {
      List<Callable<Integer>> calls = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        var profile = filer(2025, 100 + i, 400);
        calls.add(
            () ->
                patiently(() -> put(msp.admin(), path(client, 2025), "\"v0\"", profile))
                    .statusCode());
      }
      answers = threads.invokeAll(calls).stream().map(done -> done.resultNow()).toList();
    }

    assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
    assertThat(answers).filteredOn(status -> status == 412).hasSize(15);
    get(msp.admin(), path(client, 2025) + "/versions").then().body("items.size()", equalTo(1));
  }

  @Test
  void aCompanyThatIsNoFilerOwesNothing() {
    enter(client, 2025, Map.of("registration", "NOT_A_FILER"))
        .then()
        .body("status.filerStatus", equalTo("NOT_A_FILER"))
        .body("status.certification302", equalTo(false))
        .body("status.annualReportDueDays", nullValue());

    get(msp.admin(), client.path()).then().body("filerStatus", equalTo("NOT_A_FILER"));
  }

  @Test
  void aNewlyPublicCompanyCertifiesAndIsNotAssessedYet() throws Exception {
    Map<String, Object> profile = filer(2025, 300, 400);
    profile.put("monthsReporting", 8);
    profile.put("annualReportsFiledBefore", 0);
    profile.remove("publicFloat");
    profile.remove("publicFloatMeasuredOn");

    Response entered = enter(client, 2025, profile);

    entered
        .then()
        .body("status.filerStatus", equalTo("NEWLY_PUBLIC"))
        .body("status.floatStatus", equalTo("NON_ACCELERATED"))
        .body("status.management404a", equalTo(false))
        .body("status.certification302", equalTo(true))
        .body("status.certification906", equalTo(true));
    Reckoned.again(statusIn(entered));
  }

  @Test
  void theYearsAreListedFromTheLastInPages() {
    for (int year : new int[] {2023, 2025, 2024}) {
      enter(client, year, filer(year, year == 2024 ? 900 : 300, 400));
    }
    String list = client.path() + "/filer-profiles?limit=2";

    Response first = get(msp.admin(), list);

    first
        .then()
        .statusCode(200)
        .body("items.fiscalYear", contains(2025, 2024))
        .body("items.filerStatus", contains("ACCELERATED", "LARGE_ACCELERATED"))
        .body("items.auditor404b", contains(true, true))
        .body("nextCursor", notNullValue());
    get(msp.admin(), list + "&cursor=" + first.path("nextCursor"))
        .then()
        .body("items.fiscalYear", contains(2023))
        .body("nextCursor", nullValue());
  }

  @Test
  void aYearBeforeThatSaysSomethingElseIsRemarked() {
    enter(client, 2024, filer(2024, 900, 2000));
    Map<String, Object> next = filer(2025, 600, 500);
    next.put("previousStatus", "ACCELERATED");
    next.put("previousRevenue", usd(1999));
    next.put("previousPublicFloat", usd(900));
    next.put("publicFloatMeasuredOn", "2025-06-27");

    enter(client, 2025, next)
        .then()
        .body("status.filerStatus", equalTo("ACCELERATED"))
        .body(
            "remarks.code",
            contains("FLOAT_DAY_TO_CHECK", "YEAR_BEFORE_DIFFERS", "YEAR_BEFORE_DIFFERS"));
  }

  @Test
  void everyCallTakesAFixedNumberOfStatements() {
    for (int year = 2021; year <= 2025; year++) {
      enter(client, year, filer(year, 300, 400));
      enter(client, year, filer(year, 310, 400));
    }
    String technician = atClient(client, "MSP_TECHNICIAN");

    // Binding the directory's scope, the grant, binding the client's scope; then versions, rules,
    // the client's zone.
    SqlStatements.atMost(6, () -> get(technician, path(client, 2025)).then().statusCode(200));
    SqlStatements.atMost(
        5, () -> get(technician, client.path() + "/filer-profiles").then().statusCode(200));
    SqlStatements.atMost(
        4, () -> get(technician, path(client, 2025) + "/versions").then().statusCode(200));
    // The lock, versions, rules, the new row, its event; the last year, rules, nothing to derive.
    SqlStatements.atMost(
        11,
        () ->
            put(msp.admin(), path(client, 2024), "\"v2\"", filer(2024, 320, 400))
                .then()
                .statusCode(200));
    SqlStatements.atMost(
        5,
        () ->
            post(
                    technician,
                    client.path() + "/filer-status-simulations",
                    Map.of("fiscalYear", 2025))
                .then()
                .statusCode(200));
  }
}
