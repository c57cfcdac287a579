package dev.assay.tenants.breakglass;

import static dev.assay.tenants.world.World.OPERATOR;
import static dev.assay.tenants.world.World.atClient;
import static dev.assay.tenants.world.World.auditor;
import static dev.assay.tenants.world.World.breakGlass;
import static dev.assay.tenants.world.World.created;
import static dev.assay.tenants.world.World.effectiveAtClient;
import static dev.assay.tenants.world.World.firstExecutive;
import static dev.assay.tenants.world.World.get;
import static dev.assay.tenants.world.World.hire;
import static dev.assay.tenants.world.World.newClient;
import static dev.assay.tenants.world.World.newMsp;
import static dev.assay.tenants.world.World.newPerson;
import static dev.assay.tenants.world.World.newSubject;
import static dev.assay.tenants.world.World.post;
import static dev.assay.tenants.world.World.postWithSecondFactor;
import static dev.assay.tenants.world.World.revoke;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

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
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class BreakGlassTest {

  private Client client;
  private String admin;
  private String path;

  @BeforeEach
  void onboard() {
    client = newClient(newMsp());
    admin = client.msp().admin();
    path = client.path() + "/break-glass";
  }

  @AfterEach
  void setTheClockBack() {
    TestClock.ahead(Duration.ZERO);
  }

  @Test
  void letsAnOperatorReadWhatAnAuditorReadsUntilItEndsByItself() {
    get(OPERATOR, client.path()).then().statusCode(403);

    Response opened = breakGlass(OPERATOR, client, 60);

    opened.then().statusCode(201).body("status", equalTo("IN_FORCE"));
    get(OPERATOR, client.path()).then().statusCode(200);
    get(OPERATOR, client.path() + "/systems").then().statusCode(200);
    effectiveAtClient(OPERATOR, client.id())
        .then()
        .body("roles", containsInAnyOrder("PLATFORM_OPERATOR", "BREAK_GLASS"))
        .body("validUntil", equalTo(opened.path("validUntil")));
    post(OPERATOR, client.path() + "/systems", Map.of("name", "A")).then().statusCode(403);
    get(OPERATOR, newClient(client.msp()).path()).then().statusCode(403);
    get(OPERATOR, client.msp().path() + "/clients").then().statusCode(403);

    TestClock.ahead(Duration.ofMinutes(61));
    get(OPERATOR, client.path()).then().statusCode(403);
    get(admin, path).then().body("items.status", contains("EXPIRED"));
  }

  @Test
  void needsASecondFactor() {
    Response answer = post(OPERATOR, path, Map.of("reason", reason(), "forMinutes", 60));

    Problems.expect(answer, 401, "step-up-needed");
  }

  @Test
  void isSeenByEverybodyWhoWatchesOverTheClient() {
    String executive = firstExecutive(client);
    UUID id = created(breakGlass(OPERATOR, client, 60));

    Stream.of(admin, atClient(client, "MSP_REVIEWER"), executive, auditor(client, executive))
        .forEach(
            seer ->
                get(seer, path)
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(id.toString()))
                    .body("items.operator", contains(OPERATOR))
                    .body("items.reason", contains(reason())));
    assertThat(AuditLog.events(id, "break-glass.opened")).isEqualTo(1);
    assertThat(logOf(id)).isEqualTo(client.id());
  }

  @Test
  void isListedOverAllClientsOfTheMspAndOnlyThere() {
    Client sibling = newClient(client.msp());
    Client foreign = newClient(newMsp("Harbour Gate IT (demo)"));
    String reviewer = atClient(sibling, "MSP_REVIEWER");
    UUID here = created(breakGlass(OPERATOR, client, 10));
    UUID there = created(breakGlass(OPERATOR, sibling, 10));
    created(breakGlass(OPERATOR, foreign, 10));
    String ofMsp = client.msp().path() + "/break-glass";

    get(admin, ofMsp).then().body("items.id", contains(there.toString(), here.toString()));
    get(reviewer, ofMsp).then().body("items.id", contains(there.toString()));
    get(admin, ofMsp + "?limit=1")
        .then()
        .body("items", hasSize(1))
        .body("nextCursor", notNullValue());
    SqlStatements.atMost(4, () -> get(admin, ofMsp).then().statusCode(200));
  }

  @Test
  void anAdminAcknowledgesItOnce() {
    UUID id = created(breakGlass(OPERATOR, client, 60));
    get(admin, path + "?acknowledged=false").then().body("items.id", contains(id.toString()));

    acknowledge(admin, id)
        .then()
        .statusCode(200)
        .body("acknowledged.by", equalTo(admin))
        .body("status", equalTo("IN_FORCE"));

    Problems.expect(acknowledge(admin, id), 409, "break-glass-acknowledged");
    Problems.expect(acknowledge(OPERATOR, id), 403, "forbidden");
    get(admin, path + "?acknowledged=false").then().body("items", empty());
    get(admin, path + "?acknowledged=true").then().body("items.id", contains(id.toString()));
    assertThat(AuditLog.events(id, "break-glass.acknowledged")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"operator", "admin", "executive"})
  void mayBeEndedBeforeItsTime(String who) {
    String executive = firstExecutive(client);
    UUID id = created(breakGlass(OPERATOR, client, 60));

    end(Map.of("operator", OPERATOR, "admin", admin, "executive", executive).get(who), id)
        .then()
        .statusCode(200)
        .body("status", equalTo("ENDED"));

    get(OPERATOR, client.path()).then().statusCode(403);
    Problems.expect(end(admin, id), 409, "break-glass-over");
    Problems.expect(breakGlass(OPERATOR, client, 60), 409, "break-glass-rests");
  }

  @Test
  void cannotBeStretchedByAskingAgain() {
    created(breakGlass(OPERATOR, client, 240));

    for (Duration later :
        List.of(
            Duration.ZERO, Duration.ofMinutes(239), Duration.ofHours(5), Duration.ofHours(23))) {
      TestClock.ahead(later);
      NothingHalfDone.by(
          () -> Problems.expect(breakGlass(OPERATOR, client, 60), 409, "break-glass-rests"));
    }
    TestClock.ahead(Duration.ofHours(24).plusSeconds(5));
    breakGlass(OPERATOR, client, 60).then().statusCode(201);
  }

  @Test
  void ofManyAtOnceOneIsOpened() throws Exception {
    Callable<Integer> open = () -> breakGlass(OPERATOR, client, 60).statusCode();
    try (var threads = Executors.newFixedThreadPool(6)) {
      List<Integer> answers =
          threads.invokeAll(Collections.nCopies(6, open)).stream()
              .map(answer -> answer.resultNow())
              .toList();

      assertThat(answers).containsOnlyOnce(201).contains(409);
    }
    get(admin, path).then().body("items", hasSize(1));
  }

  @ParameterizedTest
  @CsvSource({"241, /forMinutes", "0, /forMinutes", "-5, /forMinutes"})
  void lastsNoLongerThanTheRulesAllow(int minutes, String pointer) {
    NothingHalfDone.by(
        () ->
            breakGlass(OPERATOR, client, minutes)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains(pointer)));
  }

  @Test
  void hasAReasonThatSaysSomething() {
    NothingHalfDone.by(
        () ->
            postWithSecondFactor(OPERATOR, path, Map.of("reason", "because", "forMinutes", 60))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/reason")));
  }

  @Test
  void isNothingToAnOperatorWhoWasLetGo() {
    String operator = newSubject("operator");
    UUID grant = hire(OPERATOR, "/v1/platform", operator, "PLATFORM_OPERATOR");
    created(breakGlass(operator, client, 60));
    get(operator, client.path()).then().statusCode(200);

    revoke(OPERATOR, "/v1/platform", grant).then().statusCode(200);

    get(operator, client.path()).then().statusCode(404);
    get(admin, path).then().body("items.operator", contains(operator));
  }

  @Test
  void isNothingThatCouldBeGranted() {
    UUID person = newPerson(OPERATOR, "/v1/platform", newSubject("operator"));

    NothingHalfDone.by(
        () ->
            Problems.expect(
                post(
                    OPERATOR,
                    "/v1/platform/grants",
                    Map.of("personId", person, "role", "BREAK_GLASS", "reason", "Reads all.")),
                403,
                "grant-beyond-own-role"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // longer than four hours
        "1, null, now(), now() + interval '4 hours 1 second', now() + interval '30 hours'",
        // no rest afterwards
        "1, null, now(), now() + interval '1 hour', now() + interval '2 hours'",
        // a second first one
        "1, null, now() + interval '9 days', now() + interval '217 hours', now() + interval '20 days'",
        // not after the one before
        "3, now(), now() + interval '9 days', now() + interval '217 hours', now() + interval '20 days'",
        // without the rest of the one before
        "2, now(), now(), now() + interval '1 hour', now() + interval '30 hours'"
      })
  void theDatabaseRefusesToStretchIt(String values) throws SQLException {
    created(breakGlass(OPERATOR, client, 240));

    try (var connection = TestDatabase.inClient(client.msp().id(), client.id());
        var statement = connection.createStatement()) {
      assertThatThrownBy(
              () ->
                  statement.execute(
                      """
                      insert into break_glass (id, subject, person_id, reason, rule_set, ordinal,
                        previous_rests_until, valid_from, valid_until, rests_until)
                      values (gen_random_uuid(), '%s', gen_random_uuid(),
                        'A reason of some length.', 'x', %s)
                      """
                          .formatted(OPERATOR, values)))
          .hasMessageContaining("break_glass");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update break_glass set valid_until = valid_from + interval '1 minute'",
        "delete from break_glass",
        "delete from break_glass_transition"
      })
  void nobodyHidesIt(String sql) throws SQLException {
    try (var connection = TestDatabase.inClient(client.msp().id(), client.id());
        var statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("permission denied");
    }
  }

  private Response acknowledge(String by, UUID id) {
    return post(by, path + "/" + id + "/acknowledge", Map.of("reason", "Agreed by phone."));
  }

  private Response end(String by, UUID id) {
    return post(by, path + "/" + id + "/end", Map.of("reason", "Done."));
  }

  private static String reason() {
    return "Ticket 4711: sealed evidence does not show up.";
  }

  private static UUID logOf(UUID entity) {
    try (var connection = TestDatabase.superuser();
        var select =
            connection.prepareStatement("select log_id from audit_event where entity_id = ?")) {
      select.setObject(1, entity);
      try (var row = select.executeQuery()) {
        row.next();
        return row.getObject(1, UUID.class);
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
