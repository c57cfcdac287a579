package dev.assay.tenants.filer;

import static dev.assay.tenants.filer.FilerWorld.RULE_SETS;
import static dev.assay.tenants.filer.FilerWorld.adoptionOn;
import static dev.assay.tenants.filer.FilerWorld.anotherOperator;
import static dev.assay.tenants.filer.FilerWorld.enter;
import static dev.assay.tenants.filer.FilerWorld.entered;
import static dev.assay.tenants.filer.FilerWorld.filer;
import static dev.assay.tenants.filer.FilerWorld.nextRuleDay;
import static dev.assay.tenants.filer.FilerWorld.path;
import static dev.assay.tenants.world.World.OPERATOR;
import static dev.assay.tenants.world.World.get;
import static dev.assay.tenants.world.World.newClient;
import static dev.assay.tenants.world.World.newMsp;
import static dev.assay.tenants.world.World.newSubject;
import static dev.assay.tenants.world.World.patiently;
import static dev.assay.tenants.world.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.assay.tenants.world.AuditLog;
import dev.assay.tenants.world.TestClock;
import dev.assay.tenants.world.World.Client;
import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.statement.NothingHalfDone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class FilerRuleSetResourceTest {

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
}
