package dev.assay.tenants.filer;

import static dev.assay.tenants.filer.FilerWorld.RULE_SETS;
import static dev.assay.tenants.filer.FilerWorld.adoptionOn;
import static dev.assay.tenants.filer.FilerWorld.anotherOperator;
import static dev.assay.tenants.filer.FilerWorld.enter;
import static dev.assay.tenants.filer.FilerWorld.entered;
import static dev.assay.tenants.filer.FilerWorld.filer;
import static dev.assay.tenants.filer.FilerWorld.newName;
import static dev.assay.tenants.filer.FilerWorld.nextRuleDay;
import static dev.assay.tenants.filer.FilerWorld.path;
import static dev.assay.tenants.filer.FilerWorld.proposal;
import static dev.assay.tenants.filer.FilerWorld.usd;
import static dev.assay.tenants.world.World.OPERATOR;
import static dev.assay.tenants.world.World.get;
import static dev.assay.tenants.world.World.newClient;
import static dev.assay.tenants.world.World.newMsp;
import static dev.assay.tenants.world.World.newSubject;
import static dev.assay.tenants.world.World.patiently;
import static dev.assay.tenants.world.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.tenancy.scope.TenantScope;
import dev.assay.tenants.filer.status.Reckoned;
import dev.assay.tenants.world.AuditLog;
import dev.assay.tenants.world.TestClock;
import dev.assay.tenants.world.World.Client;
import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.stack.TestDatabase;
import dev.assay.testing.statement.NothingHalfDone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class FilerRuleSetResourceTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Inject CarryRuleSets carrier;

  @AfterEach
  void backToToday() {
    TestClock.ahead(Duration.ZERO);
  }

  private static Response adopt(String by, String ruleSet, LocalDate day) {
    return post(by, RULE_SETS + "/" + ruleSet + "/adopt", adoptionOn(day));
  }

  private static Response withdraw(String by, String ruleSet) {
    return post(by, RULE_SETS + "/" + ruleSet + "/withdraw", Map.of("reason", "Dropped."));
  }

  @Test
  void everybodyWhoIsSignedInReadsTheRules() {
    String stranger = newSubject("stranger");

    get(stranger, RULE_SETS + "?limit=2")
        .then()
        .statusCode(200)
        .body("items.ruleSet", hasItem("filer-status-2020"));
    get(stranger, RULE_SETS + "/filer-status-2022")
        .then()
        .statusCode(200)
        .body("state", equalTo("ADOPTED"))
        .body("effectiveFrom", equalTo("2022-09-20"))
        .body("rules.largeAccelerated.entryFloat.amountMinor", equalTo(70_000_000_000L));
    Problems.expect(get(stranger, RULE_SETS + "/no-such-rules"), 404, "not-found");
  }

  @Test
  void theListGoesByDayInPages() {
    entered(OPERATOR);
    Response first = get(OPERATOR, RULE_SETS + "?limit=1");
    first.then().body("items.ruleSet", contains("filer-status-2020"));

    get(OPERATOR, RULE_SETS + "?limit=200&cursor=" + first.path("nextCursor"))
        .then()
        .statusCode(200)
        .body("items.ruleSet", not(hasItem("filer-status-2020")))
        .body("items.ruleSet", hasItem("filer-status-2022"));
    Problems.expect(get(OPERATOR, RULE_SETS + "?cursor=bm9uc2Vuc2U"), 400, "invalid-cursor");
  }

  @Test
  void aPendingRuleSetIsReadAndSimulatedAndNeverDecides() throws Exception {
    String name = newName();
    Client client = newClient(newMsp());
    String admin = client.msp().admin();

    post(OPERATOR, RULE_SETS, proposal(name))
        .then()
        .statusCode(201)
        .header("Location", endsWith(RULE_SETS + "/" + name))
        .body("state", equalTo("PENDING"))
        .body("enteredBy", equalTo(OPERATOR))
        .body("rules.accelerated", nullValue())
        .body("rules.largeAccelerated.entryYears", equalTo(2));

    // Its proposed day lies before the year's end, and still the rules in force decide.
    enter(client, 2025, filer(2025, 900, 2000))
        .then()
        .body("status.ruleSet", equalTo("filer-status-2022"))
        .body("status.filerStatus", equalTo("LARGE_ACCELERATED"));
    carrier.carry();
    get(admin, client.path()).then().body("filerStatus", equalTo("LARGE_ACCELERATED"));
    get(admin, path(client, 2025)).then().body("status.ruleSet", equalTo("filer-status-2022"));

    String simulations = client.path() + "/filer-status-simulations";
    NothingHalfDone.by(
        () ->
            post(admin, simulations, Map.of("fiscalYear", 2025, "ruleSet", name))
                .then()
                .statusCode(200)
                .body("ruleSetState", equalTo("PENDING"))
                .body("simulated.ruleSet", equalTo(name))
                .body("simulated.filerStatus", equalTo("NON_ACCELERATED"))
                .body("simulated.auditor404b", equalTo(false))
                .body("inForce.ruleSet", equalTo("filer-status-2022"))
                .body("inForce.auditor404b", equalTo(true)));
    Map<String, Object> giant = filer(2025, 2000, 9000);
    giant.put("previousPublicFloat", usd(2000));
    giant.put("monthsReporting", 60);
    Response supposed =
        post(admin, simulations, Map.of("fiscalYear", 2025, "ruleSet", name, "profile", giant));
    supposed.then().body("simulated.filerStatus", equalTo("LARGE_ACCELERATED"));
    Reckoned.again(JSON.readTree(supposed.asString()).required("simulated"));
    Reckoned.again(JSON.readTree(supposed.asString()).required("inForce"));
    giant.put("monthsReporting", 59);
    post(admin, simulations, Map.of("fiscalYear", 2025, "ruleSet", name, "profile", giant))
        .then()
        .body("simulated.filerStatus", equalTo("NON_ACCELERATED"));
  }

  @Test
  void aSimulationSupposesYearsToCome() {
    Client client = newClient(newMsp());

    post(
            client.msp().admin(),
            client.path() + "/filer-status-simulations",
            Map.of("fiscalYear", 2060, "profile", filer(2060, 900, 2000)))
        .then()
        .statusCode(200)
        .body("ruleSetState", equalTo("ADOPTED"))
        .body("simulated.filerStatus", equalTo("LARGE_ACCELERATED"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'fiscalYear': 2025} | /profile",
        "{'fiscalYear': 2025, 'ruleSet': 'no-such-rules', 'profile':"
            + " {'registration': 'NOT_A_FILER'}} | /ruleSet",
        "{'profile': {'registration': 'NOT_A_FILER'}} | /fiscalYear",
        "{'fiscalYear': 1, 'profile': {'registration': 'NOT_A_FILER'}} | /fiscalYear",
        "{'fiscalYear': 2025, 'profile': {'registration': 'REPORTING'}} | /profile/revenue",
        "{'fiscalYear': 2025, 'profile': {'registration': 'REPORTING', 'revenue':"
            + " {'amountMinor': -1, 'currency': 'USD'}}} | /profile/revenue/amountMinor"
      })
  void aSimulationOfWhatCannotBeIsRefused(String body, String pointer) {
    Client client = newClient(newMsp());

    post(client.msp().admin(), client.path() + "/filer-status-simulations", body.replace('\'', '"'))
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem(pointer));
  }

  @Test
  void anAdoptedRuleSetDecidesFromItsDayAndReachesEveryClient() {
    LocalDate day = nextRuleDay();
    int year = day.getYear();
    TestClock.ahead(
        Duration.between(
            Instant.now(), LocalDate.of(year, 12, 31).atTime(20, 0).toInstant(ZoneOffset.UTC)));
    Client client = newClient(newMsp());
    String admin = client.msp().admin();
    Map<String, Object> profile = filer(year, 900, 2000);
    profile.put("monthsReporting", 100);
    enter(client, 2025, filer(2025, 900, 2000));
    enter(client, year, profile);
    String name = entered(OPERATOR);
    String second = anotherOperator();

    Problems.expect(adopt(OPERATOR, name, day), 403, "rule-set-needs-another-operator");
    adopt(second, name, day)
        .then()
        .statusCode(200)
        .body("state", equalTo("ADOPTED"))
        .body("effectiveFrom", equalTo(day.toString()))
        .body("decidedBy", equalTo(second));

    get(admin, path(client, year))
        .then()
        .body("status.ruleSet", equalTo(name))
        .body("status.filerStatus", equalTo("NON_ACCELERATED"));
    get(admin, path(client, 2025)).then().body("status.ruleSet", equalTo("filer-status-2022"));
    carrier.carry();
    get(admin, client.path()).then().body("filerStatus", equalTo("NON_ACCELERATED"));
    String version = get(admin, client.path()).header("ETag");
    carrier.carry();
    get(admin, client.path()).then().header("ETag", equalTo(version));
    assertThat(AuditLog.events(client.id(), "client.filer-status-derived")).isEqualTo(2);
  }

  @Test
  void aDecisionIsMadeOnce() {
    String second = anotherOperator();
    String adopted = entered(OPERATOR);
    adopt(second, adopted, nextRuleDay()).then().statusCode(200);
    String withdrawn = entered(OPERATOR);
    withdraw(OPERATOR, withdrawn)
        .then()
        .statusCode(200)
        .body("state", equalTo("WITHDRAWN"))
        .body("reason", equalTo("Dropped."));

    NothingHalfDone.by(
        () -> {
          for (String decided : List.of(adopted, withdrawn, "filer-status-2022")) {
            Problems.expect(adopt(second, decided, nextRuleDay()), 409, "rule-set-not-pending");
            Problems.expect(withdraw(second, decided), 409, "rule-set-not-pending");
          }
          Problems.expect(adopt(second, "no-such-rules", nextRuleDay()), 404, "not-found");
        });
    Client client = newClient(newMsp());
    enter(client, 2025, filer(2025, 900, 2000));
    post(
            client.msp().admin(),
            client.path() + "/filer-status-simulations",
            Map.of("fiscalYear", 2025, "ruleSet", withdrawn))
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/ruleSet"));
  }

  @Test
  void rulesFollowOneAnother() {
    String second = anotherOperator();
    String pending = entered(OPERATOR);
    LocalDate last = nextRuleDay();
    adopt(second, entered(OPERATOR), last).then().statusCode(200);

    NothingHalfDone.by(
        () -> {
          for (LocalDate day : List.of(last, last.minusDays(1), LocalDate.of(2022, 9, 20))) {
            adopt(second, pending, day)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/effectiveFrom"));
          }
        });
  }

  @Test
  void twoRuleSetsAdoptedAtOnceForOneDayAreOne() throws Exception {
    String second = anotherOperator();
    List<String> pending = List.of(entered(OPERATOR), entered(OPERATOR));
    LocalDate day = nextRuleDay();

    List<Integer> answers;
    try (var threads = Executors.newFixedThreadPool(2)) {
      List<Callable<Integer>> calls =
          pending.stream()
              .<Callable<Integer>>map(
                  name -> () -> patiently(() -> adopt(second, name, day)).statusCode())
              .toList();
      answers = threads.invokeAll(calls).stream().map(done -> done.resultNow()).toList();
    }

    assertThat(answers).containsExactlyInAnyOrder(200, 400);
  }

  @Test
  void aNameIsTakenOnce() {
    String name = entered(OPERATOR);

    NothingHalfDone.by(
        () -> {
          for (String taken : List.of(name, "filer-status-2020")) {
            Problems.expect(post(OPERATOR, RULE_SETS, proposal(taken)), 409, "rule-set-name-taken");
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"ab", "With-Capitals", "spa ce", "-dash", "a/b"})
  void aNameIsFitForAnAddress(String name) {
    NothingHalfDone.by(
        () ->
            post(OPERATOR, RULE_SETS, proposal(name))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/ruleSet")));
  }

  @Test
  @SuppressWarnings("unchecked")
  void numbersThatMakeNoRulesAreRefused() {
    Map<String, Object> body = new HashMap<>(proposal(newName()));
    Map<String, Object> rules = new HashMap<>((Map<String, Object>) body.get("rules"));
    Map<String, Object> large = new HashMap<>((Map<String, Object>) rules.get("largeAccelerated"));
    body.put("rules", rules);
    rules.put("largeAccelerated", large);

    NothingHalfDone.by(
        () -> {
          large.put("entryYears", 3);
          large.put("seasoningMonths", -1);
          refused(
              body,
              "/rules/largeAccelerated/entryYears",
              "/rules/largeAccelerated/seasoningMonths");
          large.put("entryYears", 2);
          large.put("seasoningMonths", 60);
          large.put("exitFloat", usd(2001));
          rules.put("auditorAttestation", List.of("ACCELERATED"));
          refused(body, "/rules/largeAccelerated/exitFloat", "/rules/auditorAttestation");
          large.put("exitFloat", Map.of("amountMinor", 1, "currency", "EUR"));
          refused(body, "/rules/largeAccelerated/exitFloat/currency");
          body.put("effectiveFrom", "2028-02-30");
          refused(body, "/effectiveFrom");
          body.remove("rules");
          body.put("effectiveFrom", "2028-02-28");
          refused(body, "/rules");
        });
  }

  private static void refused(Map<String, Object> body, String... pointers) {
    post(OPERATOR, RULE_SETS, body)
        .then()
        .statusCode(400)
        .body("errors.pointer", containsInAnyOrder(pointers));
  }

  @Test
  void theDatabaseKeepsRulesFromTenantsAndDecisionsFromWhoEntered() throws SQLException {
    String name = entered(OPERATOR);
    Client client = newClient(newMsp());

    try (Connection connection = TestDatabase.inMsp(TenantScope.PLATFORM_ID)) {
      assertThatThrownBy(
              () ->
                  execute(
                      connection,
                      """
                      insert into filer_rule_decision
                        (rule_set_id, entered_by, outcome, effective_from, decided_by, decided_at, reason)
                      select id, entered_by, 'ADOPTED', '2500-01-01', entered_by, now(), 'Mine'
                      from filer_rule_set where name = '%s'
                      """
                          .formatted(name)))
          .hasMessageContaining("filer_rule_decision_by_another");
    }
    for (String denied :
        List.of(
            "update filer_rule_set set rules = '{}'",
            "delete from filer_rule_set",
            "update filer_rule_decision set effective_from = '2000-01-01'",
            "delete from filer_rule_decision",
            "delete from filer_rule_carried")) {
      try (Connection connection = TestDatabase.inMsp(TenantScope.PLATFORM_ID)) {
        assertThatThrownBy(() -> execute(connection, denied))
            .hasMessageContaining("permission denied");
      }
    }
    try (Connection connection = TestDatabase.inClient(client.msp().id(), client.id())) {
      assertThat(count(connection, name)).isEqualTo(1);
      assertThatThrownBy(
              () ->
                  execute(
                      connection,
                      """
                      insert into filer_rule_set
                        (msp_id, id, name, proposed_from, source, rules, entered_by, entered_at)
                      values ('00000000-0000-0000-0000-000000000000', gen_random_uuid(), 'mine',
                        '2028-01-01', 'Me', '{}', 'me', now())
                      """))
          .hasMessageContaining("row-level security");
    }
    try (Connection connection = TestDatabase.as("app")) {
      assertThat(count(connection, name)).isZero();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int count(Connection connection, String name) throws SQLException {
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select count(*) from filer_rule_set where name = '%s'".formatted(name))) {
      row.next();
      return row.getInt(1);
    }
  }
}
