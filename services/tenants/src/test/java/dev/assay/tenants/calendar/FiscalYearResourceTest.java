package dev.assay.tenants.calendar;

import static dev.assay.tenants.world.FiscalCalendars.audit;
import static dev.assay.tenants.world.FiscalCalendars.change;
import static dev.assay.tenants.world.FiscalCalendars.concluded;
import static dev.assay.tenants.world.FiscalCalendars.fixed;
import static dev.assay.tenants.world.FiscalCalendars.record;
import static dev.assay.tenants.world.World.atClient;
import static dev.assay.tenants.world.World.clientNamed;
import static dev.assay.tenants.world.World.created;
import static dev.assay.tenants.world.World.get;
import static dev.assay.tenants.world.World.grantOf;
import static dev.assay.tenants.world.World.newClient;
import static dev.assay.tenants.world.World.newMsp;
import static dev.assay.tenants.world.World.newPerson;
import static dev.assay.tenants.world.World.newSubject;
import static dev.assay.tenants.world.World.post;
import static dev.assay.tenants.world.World.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.assay.tenants.world.AuditLog;
import dev.assay.tenants.world.World.Client;
import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.statement.NothingHalfDone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class FiscalYearResourceTest {

  private Client client;
  private String admin;

  @BeforeEach
  void onboard() {
    client = newClient(newMsp());
    admin = client.msp().admin();
  }

  @Test
  void aYearHasItsPeriodsAndADateIsRecomputedFromTheAnswerAlone() {
    filerStatus("LARGE_ACCELERATED");

    Response year = get(admin, years("/2025"));

    year.then()
        .statusCode(200)
        .body("label", equalTo("2025"))
        .body("days", equalTo(365))
        .body("weeks", nullValue())
        .body(
            "periods.label",
            contains("2025", "2025-H1", "2025-H2", "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"))
        .body("periods.days", contains(365, 181, 184, 90, 91, 92, 92))
        .body("periods[0].filing.form", equalTo("10-K"))
        .body("periods[0].filing.dueOn", equalTo("2026-03-02"))
        .body("periods[3].filing.form", equalTo("10-Q"))
        .body("periods[1].filing", nullValue())
        .body("periods[6].filing", nullValue());
    Map<String, Object> filing = year.path("periods[0].filing");
    LocalDate unrolled =
        LocalDate.parse(filing.get("countedFrom").toString())
            .plusDays((Integer) filing.get("days"));
    List<Map<String, Object>> closed = year.path("periods[0].filing.closed");
    assertThat(filing)
        .containsEntry("ruleSet", "periodic-reports-2006")
        .containsEntry("filerStatus", "LARGE_ACCELERATED")
        .containsEntry("unrolledOn", unrolled.toString())
        .containsEntry("dueOn", unrolled.plusDays(closed.size()).toString());
    assertThat(closed).extracting(day -> day.get("on")).containsExactly("2026-03-01");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"-, FILER_STATUS_UNKNOWN", "NOT_A_FILER, NOT_A_FILER", "NEWLY_PUBLIC, DUE"})
  void aDateNeedsAFilerStatus(String status, String state) {
    if (status != null) {
      filerStatus(status);
    }

    get(admin, years("/2025")).then().body("periods[0].filing.state", equalTo(state));
  }

  @Test
  void theListGoesByDaysInPages() {
    record(client, "\"v0\"", change(fixed(6, 30), "2020-01-01", "2019-12-01"));
    String list = years("?from=2018&to=2022&limit=3");

    Response first = get(admin, list);
    first.then().statusCode(200).body("items.label", contains("2018", "2019", "2020T"));
    get(admin, list + "&cursor=" + first.path("nextCursor"))
        .then()
        .body("items.label", contains("2021", "2022"))
        .body("nextCursor", nullValue());
    get(admin, years("?from=2017&to=2022&cursor=" + first.path("nextCursor")))
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/invalid-cursor"));
  }

  @Test
  void theListHasTheYearsAroundTodayWhenNobodySays() {
    int current = LocalDate.now(ZoneId.of("America/New_York")).getYear();

    Response list = get(admin, years(""));

    assertThat(list.<List<String>>path("items.label"))
        .containsExactly(
            "" + (current - 4),
            "" + (current - 3),
            "" + (current - 2),
            "" + (current - 1),
            "" + current,
            "" + (current + 1));
  }

  @ParameterizedTest
  @CsvSource({
    "?from=1899, ?from",
    "?from=2200, ?from",
    "?from=2020&to=2019, ?to",
    "?to=2200, ?to",
    "?limit=0, ?limit"
  })
  void aRangeThatNoCalendarHasIsRefused(String query, String pointer) {
    get(admin, years(query)).then().statusCode(400).body("errors.pointer", hasItem(pointer));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2020", "2021T", "20", "1899", "next", "2020t"})
  void aLabelThatNoYearHasIsNotFound(String label) {
    record(client, "\"v0\"", change(fixed(6, 30), "2020-01-01", "2019-12-01"));

    Problems.expect(get(admin, years("/" + label)), 404, "no-such-fiscal-year");
    Problems.expect(get(admin, years("/" + label + "/audit")), 404, "no-such-fiscal-year");
    NothingHalfDone.by(
        () ->
            Problems.expect(
                audit(client, label, "\"v0\"", concluded("2023-01-01")),
                404,
                "no-such-fiscal-year"));
  }

  @Test
  void recordsWhenAnAuditConcludedAndWhenTheYearWasAuditedAgain() {
    String auditor = "Auditor's report released.";
    audit(client, "2024", "\"v0\"", concluded("2025-02-20"))
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"v1\""))
        .body("fiscalYear", equalTo("2024"))
        .body("auditConcludedOn", equalTo("2025-02-20"));
    var again = concluded("2025-02-20");
    again.put("reAuditedOn", "2025-09-30");
    audit(client, "2024", "\"v1\"", again).then().statusCode(200).header("ETag", equalTo("\"v2\""));

    get(integration(), years("/2024/audit"))
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"v2\""))
        .body("reAuditedOn", equalTo("2025-09-30"))
        .body("entries.number", contains(1, 2))
        .body("entries[0].reAuditedOn", nullValue())
        .body("entries[0].reason", equalTo(auditor))
        .body("entries[0].recordedBy", equalTo(admin));
    get(admin, years("/2024"))
        .then()
        .body("auditConcludedOn", equalTo("2025-02-20"))
        .body("reAuditedOn", equalTo("2025-09-30"));
    get(admin, years("?from=2023&to=2024"))
        .then()
        .body("items.auditConcludedOn", contains(null, "2025-02-20"));
  }

  @Test
  void aDayThatWasRecordedWronglyIsTakenBackAndStaysReadable() {
    audit(client, "2024", "\"v0\"", concluded("2025-02-20"));

    audit(client, "2024", "\"v1\"", Map.of("reason", "It was the interim review."))
        .then()
        .statusCode(200)
        .body("auditConcludedOn", nullValue())
        .body("entries.auditConcludedOn", contains("2025-02-20", null));
    record(client, "\"v0\"", change(fixed(6, 30), "2024-01-01", "2024-06-01"))
        .then()
        .statusCode(201);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "2024-12-31, -, /auditConcludedOn",
        "2999-01-01, -, /auditConcludedOn",
        "-, -, /auditConcludedOn",
        "-, 2025-09-30, /auditConcludedOn",
        "2025-02-20, 2025-02-20, /reAuditedOn",
        "2025-02-20, 2999-01-01, /reAuditedOn"
      })
  void refusesDaysOnWhichAnAuditCannotConclude(String first, String second, String pointer) {
    Map<String, Object> body = new HashMap<>(Map.of("reason", "Auditor's report released."));
    if (first != null) {
      body.put("auditConcludedOn", first);
    }
    if (second != null) {
      body.put("reAuditedOn", second);
    }

    NothingHalfDone.by(
        () ->
            audit(client, "2024", "\"v0\"", body)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem(pointer)));
  }

  @Test
  void anAuditNeedsAReasonAndTheVersionThatWasRead() {
    NothingHalfDone.by(
        () -> {
          Problems.expect(
              audit(client, "2024", null, concluded("2025-02-20")), 428, "version-required");
          Problems.expect(
              audit(client, "2024", "\"v1\"", concluded("2025-02-20")), 412, "stale-version");
          Problems.expect(
              audit(
                  client,
                  "2024",
                  "\"v0\"",
                  Map.of("auditConcludedOn", "2025-02-20", "reason", " ")),
              400,
              "invalid-request");
        });
  }

  @Test
  void eachRecordingIsAnEventOfItsOwn() {
    audit(client, "2024", "\"v0\"", concluded("2025-02-20")).then().statusCode(200);

    assertThat(AuditLog.events(client.id(), "fiscal-year.audit-recorded")).isEqualTo(1);
  }

  @Test
  void atTheSiblingNothingIsSeen() {
    Client sibling = newClient(client.msp());
    audit(client, "2024", "\"v0\"", concluded("2025-02-20"));
    record(client, "\"v0\"", change(fixed(6, 30), "2025-01-01", "2024-12-01"));
    String theirs = atClient(sibling, "MSP_TECHNICIAN");

    Problems.expect(get(theirs, years("/2024")), 404, "not-found");
    get(theirs, sibling.path() + "/fiscal-years/2025/audit")
        .then()
        .statusCode(200)
        .body("entries.size()", equalTo(0));
    get(theirs, sibling.path() + "/fiscal-years/2025").then().body("end", equalTo("2025-12-31"));
  }

  private String integration() {
    String subject = newSubject("integration");
    UUID account = newPerson(admin, client.msp().path(), subject, "SERVICE_ACCOUNT");
    created(post(admin, client.path() + "/grants", grantOf("INTEGRATION", account)));
    return subject;
  }

  private void filerStatus(String status) {
    Map<String, Object> body = new HashMap<>(clientNamed("Copperfield Instruments (demo)"));
    body.put("filerStatus", status);
    put(admin, client.path(), "\"v0\"", body).then().statusCode(200);
  }

  private String years(String rest) {
    return client.path() + "/fiscal-years" + rest;
  }
}
