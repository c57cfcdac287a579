package dev.assay.tenants.client;

import static dev.assay.tenants.world.Lifecycles.move;
import static dev.assay.tenants.world.Lifecycles.newStaffedClient;
import static dev.assay.tenants.world.World.auditor;
import static dev.assay.tenants.world.World.effectiveAtClient;
import static dev.assay.tenants.world.World.get;
import static dev.assay.tenants.world.World.grantOf;
import static dev.assay.tenants.world.World.newClient;
import static dev.assay.tenants.world.World.newMsp;
import static dev.assay.tenants.world.World.newPerson;
import static dev.assay.tenants.world.World.newSubject;
import static dev.assay.tenants.world.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.tenants.world.AuditLog;
import dev.assay.tenants.world.Lifecycles.Staffed;
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
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class LifecycleResourceTest {

  @Test
  void becomesActiveOnlyOnceOnboardingIsComplete() {
    Client client = newClient(newMsp());
    String admin = client.msp().admin();

    NothingHalfDone.by(
        () -> {
          JsonNode problem =
              Problems.expect(move(admin, client, "ACTIVE"), 409, "onboarding-incomplete");
          assertThat(details(problem))
              .extracting(detail -> detail.substring(0, detail.indexOf(':')))
              .containsExactly(
                  "IDENTIFIER",
                  "FILER_STATUS",
                  "IN_SCOPE_SYSTEM",
                  "SYSTEM_OWNER",
                  "EXECUTIVE",
                  "TECHNICIAN",
                  "INDEPENDENT_REVIEWER");
        });
    Client ready = newStaffedClient(client.msp()).client();

    move(admin, ready, "ACTIVE").then().statusCode(200).body("status", equalTo("ACTIVE"));
    assertThat(AuditLog.events(ready.id(), "client.moved")).isEqualTo(1);
  }

  @Test
  void goesThroughItsWholeLifeAndEveryMoveStaysToBeRead() {
    Staffed staffed = newStaffedClient(newMsp());
    Client client = staffed.client();
    String admin = client.msp().admin();

    for (String to : List.of("ACTIVE", "SUSPENDED", "ACTIVE", "OFFBOARDING", "CLOSED")) {
      move(admin, client, to).then().statusCode(200).body("status", equalTo(to));
    }

    get(staffed.executive(), client.path() + "/lifecycle")
        .then()
        .statusCode(200)
        .body("items.number", contains(1, 2, 3, 4, 5))
        .body("items.from", contains("ONBOARDING", "ACTIVE", "SUSPENDED", "ACTIVE", "OFFBOARDING"))
        .body("items.to", contains("ACTIVE", "SUSPENDED", "ACTIVE", "OFFBOARDING", "CLOSED"))
        .body("items.reason[0]", equalTo("Decided in a test."))
        .body("items.by[0]", equalTo(admin));
    Response first = get(admin, client.path() + "/lifecycle?limit=3");
    get(admin, client.path() + "/lifecycle?limit=3&cursor=" + first.path("nextCursor"))
        .then()
        .body("items.number", contains(4, 5))
        .body("nextCursor", nullValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ONBOARDING", "SUSPENDED", "CLOSED"})
  void doesNotJump(String to) {
    Client client = newClient(newMsp());

    NothingHalfDone.by(
        () ->
            Problems.expect(move(client.msp().admin(), client, to), 409, "client-move-impossible"));
  }

  @Test
  void aMoveNeedsTheVersionThatWasRead() {
    Client client = newClient(newMsp());
    String admin = client.msp().admin();
    String path = client.path() + "/lifecycle";

    NothingHalfDone.by(
        () -> {
          Problems.expect(move(admin, path, null, "OFFBOARDING"), 428, "version-required");
          Problems.expect(move(admin, path, "\"v9\"", "OFFBOARDING"), 412, "stale-version");
        });
    move(admin, path, "\"v0\"", "OFFBOARDING").then().statusCode(200);
    Problems.expect(move(admin, path, "\"v0\"", "CLOSED"), 412, "stale-version");
  }

  @Test
  void aCompanyLeavesByItselfAndDecidesNoOtherMove() {
    Staffed staffed = newStaffedClient(newMsp());

    NothingHalfDone.by(
        () ->
            Problems.expect(
                move(staffed.executive(), staffed.client(), "ACTIVE"),
                403,
                "client-move-not-yours"));
    move(staffed.executive(), staffed.client(), "OFFBOARDING").then().statusCode(200);
    Problems.expect(
        move(staffed.executive(), staffed.client(), "CLOSED"), 403, "client-move-not-yours");
  }

  @Test
  void aSuspendedClientIsReadByItsOwnPeopleAndWorkedOnByNobody() {
    Staffed staffed = newStaffedClient(newMsp());
    Client client = staffed.client();
    String admin = client.msp().admin();
    String auditor = auditor(client, staffed.executive());
    move(admin, client, "ACTIVE").then().statusCode(200);
    move(admin, client, "SUSPENDED").then().statusCode(200);

    for (String reader : List.of(staffed.executive(), staffed.owner(), auditor, admin)) {
      get(reader, client.path() + "/systems").then().statusCode(200);
      effectiveAtClient(reader, client.id()).then().body("restriction", equalTo("READ_ONLY"));
    }
    NothingHalfDone.by(
        () -> {
          Problems.expect(get(staffed.technician(), client.path()), 403, "client-not-active");
          Problems.expect(get(staffed.reviewer(), client.path()), 403, "client-not-active");
          Problems.expect(
              post(admin, client.path() + "/systems", newSystem()), 403, "client-not-active");
          Problems.expect(
              post(
                  admin,
                  client.path() + "/people",
                  Map.of("subject", "somebody", "displayName", "Demo", "kind", "PERSON")),
              403,
              "client-not-active");
        });
    effectiveAtClient(staffed.technician(), client.id())
        .then()
        .statusCode(200)
        .body("restriction", equalTo("NOTHING"));

    move(admin, client, "ACTIVE").then().statusCode(200);
    get(staffed.technician(), client.path()).then().statusCode(200);
    effectiveAtClient(staffed.technician(), client.id())
        .then()
        .body("$", org.hamcrest.Matchers.not(org.hamcrest.Matchers.hasKey("restriction")));
    post(admin, client.path() + "/systems", newSystem()).then().statusCode(201);
  }

  @Test
  void aClosedClientStillTakesInAnAuditor() {
    Staffed staffed = newStaffedClient(newMsp());
    Client client = staffed.client();
    String admin = client.msp().admin();
    move(admin, client, "OFFBOARDING").then().statusCode(200);
    get(staffed.technician(), client.path()).then().statusCode(200);
    Problems.expect(
        post(staffed.technician(), client.path() + "/systems", newSystem()),
        403,
        "client-not-active");
    move(admin, client, "CLOSED").then().statusCode(200);

    String auditor = auditor(client, staffed.executive());

    get(auditor, client.path() + "/systems").then().statusCode(200).body("items", hasSize(1));
    Problems.expect(get(staffed.technician(), client.path()), 403, "client-not-active");
    Problems.expect(get(staffed.owner(), client.path()), 403, "client-not-active");
    Problems.expect(post(admin, client.path() + "/systems", newSystem()), 403, "client-not-active");
  }

  @Test
  void whoWorksForTwoClientsLosesTheSuspendedOneAlone() {
    Staffed staffed = newStaffedClient(newMsp());
    Client other = newClient(staffed.client().msp());
    String admin = other.msp().admin();
    var person = newPerson(admin, other.msp().path(), newSubject("second"));
    post(admin, other.path() + "/grants", grantOf("MSP_TECHNICIAN", person)).then().statusCode(201);
    move(admin, staffed.client(), "ACTIVE").then().statusCode(200);
    move(admin, staffed.client(), "SUSPENDED").then().statusCode(200);

    get(admin, other.path()).then().statusCode(200);
    get(admin, staffed.client().msp().path() + "/clients")
        .then()
        .statusCode(200)
        .body("items", hasSize(2));
  }

  /** The way is unbroken even for whoever writes past our code. */
  @Test
  void theDatabaseTakesNoMoveThatDoesNotFollow() throws SQLException {
    Client client = newClient(newMsp());
    move(client.msp().admin(), client, "OFFBOARDING").then().statusCode(200);
    String insert =
        """
        insert into client_transition
          (number, from_status, to_status, reason, decided_by, decided_at)
        values (%d, '%s', '%s', 'x', 'x', now())
        """;

    try (var connection = TestDatabase.inClient(client.msp().id(), client.id());
        var statement = connection.createStatement()) {
      for (String refused :
          List.of(
              insert.formatted(2, "ACTIVE", "SUSPENDED"),
              insert.formatted(3, "OFFBOARDING", "CLOSED"),
              insert.formatted(1, "ONBOARDING", "ACTIVE"),
              insert.formatted(2, "OFFBOARDING", "SUSPENDED"))) {
        assertThatThrownBy(() -> statement.execute(refused)).as(refused).isNotNull();
      }
      for (String forbidden :
          List.of("update client_transition set reason = 'y'", "delete from client_transition")) {
        assertThatThrownBy(() -> statement.execute(forbidden))
            .hasMessageContaining("permission denied");
      }
      statement.execute(insert.formatted(2, "OFFBOARDING", "CLOSED"));
    }
  }

  @Test
  void anotherClientsMovesAreNotThere() throws SQLException {
    Client client = newClient(newMsp());
    Client sibling = newClient(client.msp());
    move(client.msp().admin(), client, "OFFBOARDING").then().statusCode(200);

    get(sibling.msp().admin(), sibling.path() + "/lifecycle").then().body("items", hasSize(0));
    try (var connection = TestDatabase.inClient(sibling.msp().id(), sibling.id());
        var statement = connection.createStatement();
        var row = statement.executeQuery("select count(*) from client_transition")) {
      row.next();
      assertThat(row.getInt(1)).isZero();
    }
  }

  @Test
  void theMovesTakeAsManyStatementsAsAnyOtherPage() {
    Client client = newClient(newMsp());

    SqlStatements.atMost(
        4, () -> get(client.msp().admin(), client.path() + "/lifecycle").then().statusCode(200));
  }

  private static Map<String, Object> newSystem() {
    return Map.of(
        "name",
        newSubject("system"),
        "kind",
        "APPLICATION",
        "hosting",
        "SAAS",
        "rationale",
        "All journal entries are posted here.");
  }

  private static List<String> details(JsonNode problem) {
    return StreamSupport.stream(problem.path("errors").spliterator(), false)
        .map(error -> error.path("detail").asText())
        .toList();
  }
}
