package dev.assay.tenants.calendar;

import static dev.assay.tenants.world.FiscalCalendars.audit;
import static dev.assay.tenants.world.FiscalCalendars.change;
import static dev.assay.tenants.world.FiscalCalendars.concluded;
import static dev.assay.tenants.world.FiscalCalendars.correction;
import static dev.assay.tenants.world.FiscalCalendars.fixed;
import static dev.assay.tenants.world.FiscalCalendars.last;
import static dev.assay.tenants.world.FiscalCalendars.nearestToEnd;
import static dev.assay.tenants.world.FiscalCalendars.record;
import static dev.assay.tenants.world.World.atClient;
import static dev.assay.tenants.world.World.clientNamed;
import static dev.assay.tenants.world.World.get;
import static dev.assay.tenants.world.World.newClient;
import static dev.assay.tenants.world.World.newMsp;
import static dev.assay.tenants.world.World.patiently;
import static dev.assay.tenants.world.World.post;
import static dev.assay.tenants.world.World.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.assay.tenants.world.AuditLog;
import dev.assay.tenants.world.TestClock;
import dev.assay.tenants.world.World.Client;
import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.stack.TestDatabase;
import dev.assay.testing.statement.NothingHalfDone;
import dev.assay.testing.statement.SqlStatements;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class FiscalCalendarResourceTest {

  private Client client;
  private String admin;

  @BeforeEach
  void onboard() {
    client = newClient(newMsp());
    admin = client.msp().admin();
  }

  @AfterEach
  void setTheClockBack() {
    TestClock.ahead(Duration.ZERO);
  }

  @Test
  void theCalendarBeginsWithTheYearEndOfOnboarding() {
    get(admin, calendar())
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"v0\""))
        .body("timeZone", equalTo("America/New_York"))
        .body("current.rule.kind", equalTo("FIXED_DAY"))
        .body("current.end", equalTo(today().getYear() + "-12-31"))
        .body("entries.size()", equalTo(1))
        .body("entries[0].kind", equalTo("INITIAL"))
        .body("entries[0].number", equalTo(0))
        .body("entries[0].rule.month", equalTo(12))
        .body("entries[0].inForce", equalTo(true))
        .body("entries[0].effectiveFrom", nullValue());
  }

  @Test
  void recordsAChangeWithItsTransitionAndKeepsTheHistory() {
    Response answer = record(client, "\"v0\"", change(fixed(6, 30), "2020-01-01", "2019-12-01"));

    answer
        .then()
        .statusCode(201)
        .header("Location", endsWith(calendar()))
        .header("ETag", equalTo("\"v1\""))
        .body("entries.kind", contains("INITIAL", "CHANGE"))
        .body("entries.inForce", contains(true, true))
        .body("entries[1].effectiveFrom", equalTo("2020-01-01"))
        .body("entries[1].determinedOn", equalTo("2019-12-01"))
        .body("entries[1].reason", equalTo("Same year end as the parent company."))
        .body("entries[1].recordedBy", equalTo(admin));
    get(admin, calendar()).then().header("ETag", equalTo("\"v1\""));
    get(admin, client.path() + "/fiscal-years?from=2019&to=2021")
        .then()
        .body("items.label", contains("2019", "2020T", "2021"))
        .body("items.start", contains("2019-01-01", "2020-01-01", "2020-07-01"))
        .body("items.end", contains("2019-12-31", "2020-06-30", "2021-06-30"))
        .body("items.kind", contains("FULL", "TRANSITION", "FULL"));
    assertThat(AuditLog.events(client.id(), "fiscal-calendar.changed")).isEqualTo(1);
  }

  @Test
  void aCorrectionTakesThePlaceOfWhatWasRecordedAndLeavesItReadable() {
    record(client, "\"v0\"", change(fixed(6, 30), "2020-01-01", "2019-12-01"));

    record(client, "\"v1\"", correction(nearestToEnd("SATURDAY", 12)))
        .then()
        .statusCode(201)
        .header("ETag", equalTo("\"v2\""))
        .body("entries.number", contains(0, 1, 2))
        .body("entries.inForce", contains(false, false, true))
        .body("entries[2].rule.day", equalTo(31));
    get(admin, client.path() + "/fiscal-years/2020")
        .then()
        .body("start", equalTo("2019-12-29"))
        .body("end", equalTo("2021-01-02"))
        .body("weeks", equalTo(53));
  }

  @Test
  void aPreviewShowsTheYearsWithTheirPeriodsAndChangesNothing() {
    Map<String, Object> client2026 = new HashMap<>(clientNamed("Copperfield Instruments (demo)"));
    client2026.put("filerStatus", "ACCELERATED");
    put(admin, client.path(), "\"v0\"", client2026).then().statusCode(200);

    NothingHalfDone.by(
        () ->
            post(
                    admin,
                    calendar() + "/changes/preview",
                    change(fixed(6, 30), "2020-01-01", "2019-12-01"))
                .then()
                .statusCode(200)
                .body("years.label", contains("2019", "2020T", "2021", "2022"))
                .body("years[1].periods.type", contains("TRANSITION"))
                .body("years[1].periods[0].filing.form", equalTo("10-KT"))
                .body("years[1].periods[0].filing.filerStatus", equalTo("ACCELERATED"))
                .body("years[1].periods[0].filing.dueOn", equalTo("2020-09-14"))
                .body("years[2].periods.size()", equalTo(7)));
    get(admin, calendar()).then().header("ETag", equalTo("\"v0\""));
  }

  @Test
  void aPreviewRefusesWhatARecordingWould() {
    Problems.expect(
        post(
            admin,
            calendar() + "/changes/preview",
            change(fixed(6, 30), "2020-02-01", "2019-12-01")),
        422,
        "fiscal-change-cuts-year");
  }

  static Stream<Arguments> badChanges() {
    return Stream.of(
        Arguments.of(400, "invalid-request", change(fixed(2, 30), "2020-01-01", "2019-12-01")),
        Arguments.of(400, "invalid-request", change(fixed(13, 1), "2020-01-01", "2019-12-01")),
        Arguments.of(
            400,
            "invalid-request",
            change(Map.of("kind", "FIXED_DAY", "month", 6), "2020-01-01", "2019-12-01")),
        Arguments.of(
            400,
            "invalid-request",
            change(
                Map.of("kind", "LAST_WEEKDAY", "month", 6, "day", 30, "weekday", "FRIDAY"),
                "2020-01-01",
                "2019-12-01")),
        Arguments.of(400, "invalid-request", change(fixed(6, 30), "2020-01-01", "2999-12-01")),
        Arguments.of(400, "malformed-body", change(fixed(6, 30), "2020-13-01", "2019-12-01")),
        Arguments.of(400, "malformed-body", change(last("MOONDAY", 6), "2020-01-01", "2019-12-01")),
        Arguments.of(
            422, "fiscal-change-cuts-year", change(fixed(6, 30), "2020-01-02", "2019-12-01")),
        Arguments.of(
            422, "fiscal-change-too-late", change(fixed(6, 30), "2020-01-01", "2021-01-01")),
        Arguments.of(
            422, "fiscal-calendar-unchanged", change(fixed(12, 31), "2020-01-01", "2019-12-01")));
  }

  @ParameterizedTest
  @MethodSource("badChanges")
  void aChangeThatCannotBeLeavesNothing(int status, String slug, Map<String, Object> change) {
    NothingHalfDone.by(() -> Problems.expect(record(client, "\"v0\"", change), status, slug));
  }

  @Test
  void aThirtiethOfFebruaryIsNamedAsTheFieldThatCannotBe() {
    record(client, "\"v0\"", change(fixed(2, 30), "2020-01-01", "2019-12-01"))
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/rule"));
  }

  @Test
  void changesInTheWrongOrderLeaveNothing() {
    record(client, "\"v0\"", change(fixed(6, 30), "2020-01-01", "2019-12-01"));

    NothingHalfDone.by(
        () ->
            Problems.expect(
                record(client, "\"v1\"", change(fixed(9, 30), "2019-01-01", "2018-12-01")),
                409,
                "fiscal-change-out-of-order"));
  }

  @Test
  void aYearWhoseAuditConcludedIsNotChangedAnyMore() {
    audit(client, "2021", "\"v0\"", concluded("2022-02-25")).then().statusCode(200);

    NothingHalfDone.by(
        () -> {
          Problems.expect(
              record(client, "\"v0\"", change(fixed(6, 30), "2020-01-01", "2019-12-01")),
              409,
              "fiscal-year-audit-concluded");
          Problems.expect(
              record(client, "\"v0\"", correction(last("FRIDAY", 12))),
              409,
              "fiscal-year-audit-concluded");
        });
    record(client, "\"v0\"", change(fixed(6, 30), "2022-01-01", "2022-03-01"))
        .then()
        .statusCode(201);
  }

  @Test
  void aChangeNeedsTheVersionThatWasReadAndAKey() {
    var june = change(fixed(6, 30), "2020-01-01", "2019-12-01");

    Problems.expect(record(client, null, june), 428, "version-required");
    Problems.expect(record(client, "\"v1\"", june), 412, "stale-version");
    String key = UUID.randomUUID().toString();
    Response first = record(client, "\"v0\"", key, june);
    Response again = record(client, "\"v0\"", key, june);
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(AuditLog.events(client.id(), "fiscal-calendar.changed")).isEqualTo(1);
  }

  @Test
  void ofSixteenWritersOfOneVersionOneWins() throws Exception {
    List<Integer> answers = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(16)) {
      List<Callable<Integer>> calls = new ArrayList<>();
      for (int i = 1; i <= 16; i++) {
        var change = change(fixed(6, i), "2020-01-01", "2019-12-01");
        calls.add(() -> patiently(() -> record(client, "\"v0\"", change)).statusCode());
      }
      threads.invokeAll(calls).forEach(done -> answers.add(done.resultNow()));
    }

    assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
    assertThat(answers).filteredOn(status -> status == 412).hasSize(15);
    get(admin, calendar()).then().header("ETag", equalTo("\"v1\""));
  }

  @Test
  void theClientIsReadWithTheYearEndThatIsInForce() {
    record(client, "\"v0\"", correction(last("FRIDAY", 9))).then().statusCode(201);

    get(admin, client.path())
        .then()
        .header("ETag", equalTo("\"v1\""))
        .body("fiscalYearEnd.month", equalTo(9))
        .body("fiscalYearEnd.day", equalTo(30))
        .body("fiscalYearEndWeekday", equalTo("FRIDAY"));
    get(admin, client.msp().path() + "/clients")
        .then()
        .body("items[0].fiscalYearEndWeekday", equalTo("FRIDAY"));
  }

  @Test
  void aYearEndThatIsStillToComeIsReadFromItsDayOn() {
    LocalDate newYear = LocalDate.of(today().getYear() + 1, 1, 1);
    record(client, "\"v0\"", change(fixed(6, 30), newYear.toString(), today().minusDays(1) + ""))
        .then()
        .statusCode(201)
        .body("current.end", equalTo(newYear.minusDays(1).toString()));
    get(admin, client.path()).then().body("fiscalYearEnd.month", equalTo(12));

    TestClock.ahead(Duration.ofDays(ChronoUnit.DAYS.between(today(), newYear) + 1));

    get(admin, client.path())
        .then()
        .body("fiscalYearEnd.month", equalTo(6))
        .body("fiscalYearEnd.day", equalTo(30));
    get(admin, client.msp().path() + "/clients")
        .then()
        .body("items[0].fiscalYearEnd.month", equalTo(6));
    get(admin, calendar()).then().body("current.kind", equalTo("TRANSITION"));
  }

  @Test
  void theClientItselfTakesNoOtherYearEnd() {
    Map<String, Object> other = new HashMap<>(clientNamed("Copperfield Instruments (demo)"));
    other.put("fiscalYearEnd", Map.of("month", 6, "day", 30));

    NothingHalfDone.by(
        () ->
            Problems.expect(
                put(admin, client.path(), "\"v0\"", other), 409, "year-end-in-fiscal-calendar"));
    get(admin, client.path()).then().body("fiscalYearEnd.month", equalTo(12));

    record(client, "\"v0\"", change(fixed(6, 30), "2020-01-01", "2019-12-01"));
    put(admin, client.path(), "\"v1\"", other)
        .then()
        .statusCode(200)
        .body("fiscalYearEnd.month", equalTo(6));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // A gap, a number twice, a second beginning, a change without its day, half of a rule.
        "3, 'CORRECTION', null, null, 'FIXED_DAY', 12, 31, null",
        "1, 'CORRECTION', null, null, 'FIXED_DAY', 12, 31, null",
        "2, 'INITIAL', null, null, 'FIXED_DAY', 12, 31, null",
        "2, 'CHANGE', null, null, 'FIXED_DAY', 12, 31, null",
        "2, 'CHANGE', '2024-01-01', null, 'FIXED_DAY', 12, 31, null",
        "2, 'CORRECTION', null, null, 'FIXED_DAY', 2, 30, null",
        "2, 'CORRECTION', null, null, 'FIXED_DAY', 12, null, null",
        "2, 'CORRECTION', null, null, 'LAST_WEEKDAY', 12, null, null",
        "2, 'CORRECTION', null, null, 'FIXED_DAY', 12, 31, 'FRIDAY'"
      })
  void theDatabaseTakesNoEntryThatBreaksTheHistory(String entry) throws SQLException {
    record(client, "\"v0\"", change(fixed(6, 30), "2020-01-01", "2019-12-01"));

    try (Connection connection = TestDatabase.inClient(client.msp().id(), client.id());
        var statement = connection.createStatement()) {
      assertThatThrownBy(
              () ->
                  statement.execute(
                      """
                      insert into fiscal_calendar_rule (number, kind, effective_from, determined_on,
                        rule, month, day, weekday, reason, recorded_by, recorded_at)
                      values (%s, 'A', 'B', now())
                      """
                          .formatted(entry)))
          .hasMessageContaining("violates");
    }
  }

  @Test
  void readsTakeTheFewestStatementsThereCanBe() {
    record(client, "\"v0\"", change(fixed(6, 30), "2020-01-01", "2019-12-01"));
    audit(client, "2022", "\"v0\"", concluded("2022-09-01"));
    String technician = atClient(client, "MSP_TECHNICIAN");

    // Binding the directory's scope, the grant, binding the client's scope, client, rules, audits.
    SqlStatements.atMost(5, () -> get(technician, calendar()).then().statusCode(200));
    SqlStatements.atMost(
        6, () -> get(technician, client.path() + "/fiscal-years").then().statusCode(200));
    SqlStatements.atMost(
        6, () -> get(technician, client.path() + "/fiscal-years/2022").then().statusCode(200));
    SqlStatements.atMost(
        6,
        () -> get(technician, client.path() + "/fiscal-years/2022/audit").then().statusCode(200));
  }

  private String calendar() {
    return client.path() + "/fiscal-calendar";
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("America/New_York"));
  }
}
