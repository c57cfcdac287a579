package dev.assay.tenants.leaver;

import static dev.assay.tenants.world.World.OPERATOR;
import static dev.assay.tenants.world.World.approve;
import static dev.assay.tenants.world.World.created;
import static dev.assay.tenants.world.World.effectiveAtClient;
import static dev.assay.tenants.world.World.get;
import static dev.assay.tenants.world.World.grantOf;
import static dev.assay.tenants.world.World.newClient;
import static dev.assay.tenants.world.World.newMsp;
import static dev.assay.tenants.world.World.newPerson;
import static dev.assay.tenants.world.World.newSubject;
import static dev.assay.tenants.world.World.patiently;
import static dev.assay.tenants.world.World.post;
import static dev.assay.tenants.world.World.trigger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import dev.assay.tenants.world.AuditLog;
import dev.assay.tenants.world.World.Client;
import dev.assay.tenants.world.World.Msp;
import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.stack.TestDatabase;
import dev.assay.testing.statement.NothingHalfDone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class LeaverResourceTest {

  private final String today = LocalDate.now(ZoneOffset.UTC).toString();

  private Msp msp;
  private Client client;
  private String technician;
  private UUID person;

  @BeforeEach
  void hireATechnicianAtTheMspAndAtAClient() {
    msp = newMsp();
    client = newClient(msp);
    technician = newSubject("technician");
    person = newPerson(msp.admin(), msp.path(), technician);
    created(post(msp.admin(), msp.path() + "/grants", grantOf("MSP_TECHNICIAN", person)));
    created(post(msp.admin(), client.path() + "/grants", grantOf("MSP_TECHNICIAN", person)));
  }

  @Test
  void aLeaverLosesEveryGrantAtTheMspAndAtItsClientsAtOnce() {
    Client second = newClient(msp);
    UUID there =
        created(post(msp.admin(), second.path() + "/grants", grantOf("MSP_REVIEWER", person)));
    effectiveAtClient(technician, second.id()).then().statusCode(200);

    depart(msp.admin(), msp.path(), person)
        .then()
        .statusCode(200)
        .body("state", equalTo("DISABLED"))
        .body("provisioning.state", equalTo("WAITING"))
        .body("provisioning.kind", equalTo("DISABLE"));

    effectiveAtClient(technician, client.id()).then().statusCode(404);
    effectiveAtClient(technician, second.id()).then().statusCode(404);
    get(technician, "/v1/grants/effective?msp=" + msp.id()).then().statusCode(404);
    get(msp.admin(), second.path() + "/grants/" + there)
        .then()
        .body("status", equalTo("REVOKED"))
        .body("revoked.by", equalTo(msp.admin()))
        .body("revoked.reason", equalTo("Leaves."));
    assertThat(AuditLog.events(there, "grant.revoked")).isEqualTo(1);
    assertThat(logOf(there)).isEqualTo(second.id());
    assertThat(AuditLog.events(person, "person.disabled")).isEqualTo(1);
  }

  @Test
  void othersKeepTheirs() {
    String colleague = newSubject("technician");
    UUID other = newPerson(msp.admin(), msp.path(), colleague);
    created(post(msp.admin(), client.path() + "/grants", grantOf("MSP_TECHNICIAN", other)));

    depart(msp.admin(), msp.path(), person).then().statusCode(200);

    effectiveAtClient(colleague, client.id()).then().statusCode(200);
    get(msp.admin(), msp.path() + "/people/" + other).then().body("state", equalTo("ACTIVE"));
  }

  @Test
  void nobodyIsDisabledTwiceAndNobodyDisabledIsGivenARole() {
    depart(msp.admin(), msp.path(), person).then().statusCode(200);

    NothingHalfDone.by(
        () -> {
          Problems.expect(depart(msp.admin(), msp.path(), person), 409, "person-disabled");
          Problems.expect(
              post(msp.admin(), client.path() + "/grants", grantOf("MSP_TECHNICIAN", person)),
              409,
              "person-disabled");
        });
  }

  @Test
  void whoReturnsIsActiveAndHoldsNothing() {
    depart(msp.admin(), msp.path(), person).then().statusCode(200);

    decide(msp.admin(), msp.path(), "reinstatement")
        .then()
        .statusCode(200)
        .body("state", equalTo("ACTIVE"))
        .body("provisioning.kind", equalTo("ENABLE"));

    effectiveAtClient(technician, client.id()).then().statusCode(404);
    created(post(msp.admin(), client.path() + "/grants", grantOf("MSP_TECHNICIAN", person)));
    effectiveAtClient(technician, client.id()).then().statusCode(200);
    Problems.expect(decide(msp.admin(), msp.path(), "reinstatement"), 409, "person-not-disabled");
    get(msp.admin(), msp.path() + "/people/" + person + "/history")
        .then()
        .body("items.state", contains("DISABLED", "ACTIVE"))
        .body("items.cause", contains("DEPARTURE", "REINSTATEMENT"))
        .body("items.by", everyItem(equalTo(msp.admin())))
        .body("items[0].lastDay", equalTo(today))
        .body("items[0].reason", equalTo("Leaves."));
  }

  @Test
  void aReturnNeedsAReason() {
    depart(msp.admin(), msp.path(), person).then().statusCode(200);

    NothingHalfDone.by(
        () ->
            post(
                    msp.admin(),
                    msp.path() + "/people/" + person + "/reinstatement",
                    Map.of("reason", " "))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/reason")));
  }

  @Test
  void aDepartureIsNeitherAheadNorWithoutAReason() {
    NothingHalfDone.by(
        () -> {
          depart(msp.admin(), msp.path(), person, "2099-01-01")
              .then()
              .statusCode(400)
              .body("errors.pointer", contains("/lastDay"));
          post(
                  msp.admin(),
                  msp.path() + "/people/" + person + "/departure",
                  Map.of("lastDay", today))
              .then()
              .statusCode(400)
              .body("errors.pointer", contains("/reason"));
        });
    depart(msp.admin(), msp.path(), person, "2020-02-29").then().statusCode(200);
  }

  @Test
  void nobodyDisablesThemselves() {
    String second = newSubject("admin");
    UUID self = newPerson(msp.admin(), msp.path(), second);
    created(post(msp.admin(), msp.path() + "/grants", grantOf("MSP_ADMIN", self)));

    Problems.expect(depart(second, msp.path(), self), 403, "grant-concerns-caller");

    depart(msp.admin(), msp.path(), self).then().statusCode(200);
    get(second, msp.path()).then().statusCode(404);
  }

  /** Otherwise a departure would be a way around the rules on revocations. */
  @Test
  void aDepartureTakesNothingThatTheCallerCouldNotRevoke() {
    NothingHalfDone.by(
        () -> Problems.expect(depart(OPERATOR, msp.path(), person), 403, "grant-beyond-own-role"));

    effectiveAtClient(technician, client.id()).then().statusCode(200);
  }

  @Test
  void aClientDecidesOnItsOwnPeopleAlone() {
    String owner = newSubject("owner");
    UUID own = newPerson(msp.admin(), client.path(), owner);
    created(post(msp.admin(), client.path() + "/grants", grantOf("CONTROL_OWNER", own)));

    NothingHalfDone.by(
        () ->
            Problems.expect(
                depart(msp.admin(), client.path(), person), 409, "person-of-another-place"));
    Problems.expect(
        get(msp.admin(), client.path() + "/people/" + person + "/history"), 404, "not-found");
    depart(msp.admin(), client.path(), own).then().statusCode(200);

    effectiveAtClient(owner, client.id()).then().statusCode(404);
  }

  @Test
  void aGrantThatWaitsForItsApprovalEndsToo() {
    String executive = newSubject("executive");
    UUID own = newPerson(msp.admin(), client.path(), executive);
    UUID waiting =
        created(post(msp.admin(), client.path() + "/grants", grantOf("CLIENT_EXECUTIVE", own)));

    depart(msp.admin(), client.path(), own).then().statusCode(200);

    Problems.expect(approve(OPERATOR, client, waiting), 409, "grant-not-pending");
    effectiveAtClient(executive, client.id()).then().statusCode(404);
  }

  @Test
  void noGrantThatIsMadeMeanwhileOutlivesTheDeparture() throws Exception {
    List<Client> clients = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      clients.add(newClient(msp));
    }
    List<Callable<Integer>> calls = new ArrayList<>();
    clients.forEach(
        at ->
            calls.add(
                () ->
                    patiently(
                            () ->
                                post(
                                    msp.admin(),
                                    at.path() + "/grants",
                                    grantOf("MSP_TECHNICIAN", person)))
                        .statusCode()));
    calls.add(2, () -> patiently(() -> depart(msp.admin(), msp.path(), person)).statusCode());

    try (var threads = Executors.newFixedThreadPool(calls.size())) {
      var answers = threads.invokeAll(calls).stream().map(call -> call.resultNow()).toList();

      assertThat(answers).isSubsetOf(200, 201, 409).contains(200);
    }

    clients.forEach(at -> effectiveAtClient(technician, at.id()).then().statusCode(404));
  }

  @Test
  void ofTwoDeparturesAtOnceOneCounts() throws Exception {
    Callable<Integer> departure =
        () -> patiently(() -> depart(msp.admin(), msp.path(), person)).statusCode();

    try (var threads = Executors.newFixedThreadPool(2)) {
      var answers = threads.invokeAll(List.of(departure, departure));
      assertThat(answers.stream().map(answer -> answer.resultNow()))
          .containsExactlyInAnyOrder(200, 409);
    }

    get(msp.admin(), msp.path() + "/people/" + person + "/history")
        .then()
        .body("items", hasSize(1));
  }

  @Test
  void whoLeavesOneMspStaysAtAnother() {
    Msp other = newMsp("Harbour Gate IT (demo)");
    Client theirs = newClient(other);
    UUID there = newPerson(other.admin(), other.path(), technician);
    created(post(other.admin(), theirs.path() + "/grants", grantOf("MSP_TECHNICIAN", there)));

    depart(msp.admin(), msp.path(), person).then().statusCode(200);

    effectiveAtClient(technician, theirs.id()).then().statusCode(200);
    Problems.expect(depart(msp.admin(), other.path(), there), 404, "not-found");
  }

  @Test
  void whoWasSwitchedOffIsSwitchedOnForAnotherPlace() throws SQLException {
    depart(msp.admin(), msp.path(), person).then().statusCode(200);
    Msp other = newMsp("Harbour Gate IT (demo)");
    switchedOff(technician);

    UUID there = newPerson(other.admin(), other.path(), technician);

    get(other.admin(), other.path() + "/people/" + there)
        .then()
        .body("state", equalTo("ACTIVE"))
        .body("provisioning.kind", equalTo("ENABLE"));
  }

  @Test
  void whoIsNotSwitchedOffYetNeedsNoSwitchingOnForAnotherPlace() {
    depart(msp.admin(), msp.path(), person).then().statusCode(200);
    Msp other = newMsp("Harbour Gate IT (demo)");

    UUID there = newPerson(other.admin(), other.path(), technician);

    get(other.admin(), other.path() + "/people/" + there)
        .then()
        .body("state", equalTo("ACTIVE"))
        .body("provisioning.state", equalTo("DONE"));
  }

  @Test
  void aSignOutChangesNoState() {
    trigger(msp.admin(), msp.path() + "/people/" + person + "/sign-out")
        .then()
        .statusCode(200)
        .body("state", equalTo("ACTIVE"))
        .body("provisioning.state", equalTo("WAITING"))
        .body("provisioning.kind", equalTo("LOG_OUT"));

    get(msp.admin(), msp.path() + "/people/" + person + "/history").then().body("items", empty());
    assertThat(AuditLog.events(person, "person.signed-out")).isEqualTo(1);
  }

  private Response depart(String by, String place, UUID person) {
    return depart(by, place, person, today);
  }

  private static Response depart(String by, String place, UUID person, String lastDay) {
    return post(
        by,
        place + "/people/" + person + "/departure",
        Map.of("lastDay", lastDay, "reason", "Leaves."));
  }

  /** As a worker notes it; none runs in this test. */
  private static void switchedOff(String subject) throws SQLException {
    try (var worker = TestDatabase.as("app");
        var insert = worker.prepareStatement("insert into account_off (subject) values (?)")) {
      insert.setString(1, subject);
      insert.executeUpdate();
    }
  }

  private Response decide(String by, String place, String what) {
    return post(by, place + "/people/" + person + "/" + what, Map.of("reason", "Is back."));
  }

  private static UUID logOf(UUID grant) {
    try (var connection = TestDatabase.superuser();
        var select =
            connection.prepareStatement(
                "select log_id from audit_event where entity_id = ? and action = 'grant.revoked'")) {
      select.setObject(1, grant);
      try (var row = select.executeQuery()) {
        row.next();
        return row.getObject(1, UUID.class);
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
