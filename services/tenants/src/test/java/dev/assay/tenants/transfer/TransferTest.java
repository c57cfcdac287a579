package dev.assay.tenants.transfer;

import static dev.assay.tenants.world.Imported.client;
import static dev.assay.tenants.world.Imported.file;
import static dev.assay.tenants.world.Imported.results;
import static dev.assay.tenants.world.Lifecycles.newStaffedClient;
import static dev.assay.tenants.world.World.OPERATOR;
import static dev.assay.tenants.world.World.atClient;
import static dev.assay.tenants.world.World.created;
import static dev.assay.tenants.world.World.effectiveAtClient;
import static dev.assay.tenants.world.World.get;
import static dev.assay.tenants.world.World.hire;
import static dev.assay.tenants.world.World.newClient;
import static dev.assay.tenants.world.World.newMsp;
import static dev.assay.tenants.world.World.newSubject;
import static dev.assay.tenants.world.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.assay.tenants.world.AuditLog;
import dev.assay.tenants.world.Lifecycles.Staffed;
import dev.assay.tenants.world.World.Client;
import dev.assay.tenants.world.World.Msp;
import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.isolation.ClientsMove;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.stack.TestDatabase;
import dev.assay.testing.statement.NothingHalfDone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client goes to another MSP: with everything, at once, and only when all three agree. */
@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class TransferTest {

  private Msp old;
  private Msp next;
  private Staffed staffed;
  private Client client;

  @BeforeEach
  void populate() {
    old = newMsp();
    next = newMsp("Harbour Gate IT (demo)");
    staffed = newStaffedClient(old);
    client = staffed.client();
  }

  @Test
  void takesEverythingToTheNewMspAndLeavesTheOldNothing() {
    Client sibling = newClient(old);
    UUID owner = personOf(staffed.owner());

    transfer();

    // The old MSP: as if there had never been such a client.
    for (String path :
        List.of("", "/systems", "/identifiers", "/people", "/grants", "/lifecycle", "/export")) {
      Problems.expect(get(old.admin(), client.path() + path), 404, "not-found");
      Problems.expect(get(staffed.technician(), client.path() + path), 404, "not-found");
    }
    Problems.expect(effectiveAtClient(staffed.reviewer(), client.id()), 404, "not-found");
    get(old.admin(), old.path() + "/clients")
        .then()
        .body("items.id", contains(sibling.id().toString()));
    Problems.expect(get(staffed.technician(), old.path() + "/clients"), 404, "not-found");
    get(old.admin(), old.path() + "/directory/people?name=demo&limit=200")
        .then()
        .body("items.id", not(hasItem(owner.toString())));
    // The new MSP: all of it.
    get(next.admin(), client.path())
        .then()
        .statusCode(200)
        .body("mspId", equalTo(next.id().toString()))
        .body("filerStatus", equalTo("ACCELERATED"));
    get(next.admin(), client.path() + "/systems").then().body("items", hasSize(1));
    get(next.admin(), client.path() + "/identifiers").then().body("items", hasSize(1));
    get(next.admin(), next.path() + "/clients")
        .then()
        .body("items.id", contains(client.id().toString()));
    get(next.admin(), next.path() + "/directory/people?name=demo&limit=200")
        .then()
        .body("items.id", hasItem(owner.toString()));
    // The client's own people keep their roles, and the new MSP's get theirs.
    effectiveAtClient(staffed.executive(), client.id())
        .then()
        .body("roles", contains("CLIENT_EXECUTIVE"))
        .body("mspId", equalTo(next.id().toString()));
    effectiveAtClient(staffed.owner(), client.id()).then().body("roles", contains("CONTROL_OWNER"));
    String technician = atClient(new Client(next, client.id()), "MSP_TECHNICIAN");
    get(technician, client.path() + "/systems").then().body("items", hasSize(1));
    hire(next.admin(), client.path(), newSubject("owner"), "CONTROL_OWNER");
  }

  @Test
  void whatWasStaysToBeReadWithTheNamesOfThoseWhoDidIt() {
    UUID technician = personOf(staffed.technician());

    transfer();

    get(staffed.executive(), client.path() + "/grants?limit=200")
        .then()
        .statusCode(200)
        .body("items", hasSize(4))
        .body(
            "items.findAll { it.status == 'REVOKED' }.role",
            containsInAnyOrder("MSP_TECHNICIAN", "MSP_REVIEWER"))
        .body(
            "items.findAll { it.status == 'ACTIVE' }.role",
            containsInAnyOrder("CLIENT_EXECUTIVE", "CONTROL_OWNER"))
        .body(
            "items.find { it.personId == '%s' }.mspId".formatted(technician),
            equalTo(old.id().toString()));
    get(staffed.executive(), client.path() + "/former-people")
        .then()
        .statusCode(200)
        .body("items", hasSize(2))
        .body("items.id", hasItem(technician.toString()))
        .body("items.formerMspId[0]", equalTo(old.id().toString()));
    get(next.admin(), client.path() + "/people/" + technician)
        .then()
        .statusCode(200)
        .body("displayName", equalTo("Demo person"))
        .body("side", equalTo("MSP"));
    get(next.admin(), client.path() + "/transfers")
        .then()
        .body("items.status", contains("COMPLETED"))
        .body("items[0].steps.step", contains("ACCEPTED", "APPROVED"));
    // The people of the old MSP are still the old MSP's.
    get(old.admin(), old.path() + "/people/" + technician).then().statusCode(200);
    assertThat(get(staffed.executive(), client.path() + "/export").asString())
        .contains("client.transferred", "grant.revoked", "system.created");
  }

  @Test
  void withoutAnyOneOfTheThreeNothingMoves() {
    UUID transfer = propose();
    Map<String, String> before = homes();

    Problems.expect(approve(transfer), 409, "transfer-not-accepted");
    // Neither MSP decides for the other one, nor for the platform.
    Problems.expect(step(old.admin(), old.path(), transfer, "accept"), 404, "not-found");
    Problems.expect(step(next.admin(), "/v1/platform", transfer, "approve"), 403, "forbidden");
    Problems.expect(step(OPERATOR, next.path(), transfer, "accept"), 403, "forbidden");
    Problems.expect(get(next.admin(), client.path()), 404, "not-found");
    assertThat(homes()).isEqualTo(before);

    step(next.admin(), next.path(), transfer, "accept").then().statusCode(200);
    Problems.expect(get(next.admin(), client.path()), 404, "not-found");
    assertThat(homes()).isEqualTo(before);
    step(OPERATOR, "/v1/platform", transfer, "decline").then().statusCode(200);

    Problems.expect(approve(transfer), 409, "transfer-ended");
    assertThat(homes()).isEqualTo(before);
    get(old.admin(), client.path() + "/systems").then().body("items", hasSize(1));
  }

  @Test
  void isProposedOnceAtATimeAndTakenBackAtWill() {
    UUID transfer = propose();
    NothingHalfDone.by(
        () -> {
          Problems.expect(proposal(next.id()), 409, "transfer-open");
          Problems.expect(
              step(next.admin(), next.path(), UUID.randomUUID(), "accept"), 404, "not-found");
        });

    step(old.admin(), client.path(), transfer, "withdraw")
        .then()
        .statusCode(200)
        .body("status", equalTo("WITHDRAWN"));

    Problems.expect(step(next.admin(), next.path(), transfer, "accept"), 409, "transfer-ended");
    Problems.expect(step(old.admin(), client.path(), transfer, "withdraw"), 409, "transfer-ended");
    propose();
  }

  @Test
  void refusesATargetThatIsNone() {
    NothingHalfDone.by(
        () -> {
          Problems.expect(proposal(UUID.randomUUID()), 422, "transfer-target-unknown");
          Problems.expect(proposal(old.id()), 400, "invalid-request");
        });
  }

  @Test
  void theThreeSeeTheTransferAndNobodyElseDoes() {
    UUID transfer = propose();
    Msp stranger = newMsp("Third Party IT (demo)");

    for (Msp party : List.of(old, next)) {
      get(party.admin(), party.path() + "/transfers")
          .then()
          .statusCode(200)
          .body("items.id", contains(transfer.toString()))
          .body("items[0].clientName", equalTo("Copperfield Instruments (demo)"));
    }
    get(OPERATOR, "/v1/platform/transfers")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(transfer.toString()))
        .body("items[0].clientName", nullValue());
    get(stranger.admin(), stranger.path() + "/transfers").then().body("items", empty());
    Problems.expect(step(stranger.admin(), stranger.path(), transfer, "accept"), 404, "not-found");
  }

  @Test
  void isRefusedWhereSomebodyOfTheClientWorksForTheNewMsp() {
    hire(next.admin(), next.path(), staffed.owner(), "MSP_TECHNICIAN");
    UUID transfer = accepted();
    Map<String, String> before = homes();

    NothingHalfDone.by(() -> Problems.expect(approve(transfer), 409, "independence-broken"));

    assertThat(homes()).isEqualTo(before);
    effectiveAtClient(staffed.technician(), client.id()).then().statusCode(200);
  }

  @Test
  void isRefusedWhereTheNewMspHasAClientOfTheSameIdentifier() {
    Client double0 = newClient(next);
    String cik = "{\"kind\":\"CIK\",\"value\":\"0000009999\"}";
    for (Client holder : List.of(client, double0)) {
      post(holder.msp().admin(), holder.path() + "/identifiers", cik).then().statusCode(201);
    }
    UUID transfer = accepted();
    Map<String, String> before = homes();

    NothingHalfDone.by(() -> Problems.expect(approve(transfer), 409, "identifier-taken"));

    assertThat(homes()).isEqualTo(before);
  }

  @Test
  void aKeyOfTheOldMspsOwnMeansNothingAtTheNew() {
    UUID imported =
        UUID.fromString(
            (String)
                results(old, file(old, client("K1", "Imported (demo)", "")))
                    .getFirst()
                    .get("clientId"));
    file(next, client("K1", "Another (demo)", ""));
    client = new Client(old, imported);

    transfer();

    // Each MSP's own key still leads to its own client, and to no other's.
    assertThat(results(next, file(next, client("K1", "Another (demo)", ""))))
        .extracting(result -> result.get("outcome"))
        .containsExactly("UNCHANGED");
    assertThat(results(old, file(old, client("K1", "Imported (demo)", ""))))
        .extracting(result -> result.get("outcome"))
        .containsExactly("CREATED");
  }

  @Test
  void comesBackByTheSameWay() {
    transfer();
    Msp first = old;
    old = next;
    next = first;
    client = new Client(old, client.id());

    transfer();

    get(first.admin(), client.path()).then().statusCode(200);
    Problems.expect(get(old.admin(), client.path()), 404, "not-found");
    get(staffed.executive(), client.path() + "/former-people").then().body("items", hasSize(2));
    effectiveAtClient(staffed.owner(), client.id()).then().statusCode(200);
    // What was ended does not come back to life with the client.
    Problems.expect(effectiveAtClient(staffed.technician(), client.id()), 404, "not-found");
  }

  @Test
  void ofTwoWhoApproveAtOnceOneMovesTheClient() throws Exception {
    UUID transfer = accepted();

    List<Integer> answers;
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Callable<Integer>> calls = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        calls.add(() -> approve(transfer).statusCode());
      }
      answers = threads.invokeAll(calls).stream().map(Future::resultNow).toList();
    }

    assertThat(answers).containsOnlyOnce(200).containsOnly(200, 409);
    assertThat(AuditLog.events(transfer, "client.transferred")).isEqualTo(1);
  }

  /** The wall is the database's: whoever writes past our code meets it too. */
  @Test
  void theDatabaseLetsNobodyWriteAnothersStepNorMoveAClientWithoutAll() throws SQLException {
    UUID transfer = propose();
    String step =
        """
        insert into client_transfer_step
          (client_id, transfer_id, msp_id, from_msp_id, step, reason, decided_by, decided_at)
        values ('%s', '%s', '%s', '%s', '%%s', 'x', 'x', now())
        """
            .formatted(client.id(), transfer, next.id(), old.id());

    try (Connection connection = TestDatabase.inMsp(old.id())) {
      refused(connection, step.formatted("ACCEPTED"), "row-level security");
      refused(connection, step.formatted("APPROVED"), "row-level security");
    }
    try (Connection connection = TestDatabase.inMsp(next.id())) {
      refused(connection, step.formatted("APPROVED"), "row-level security");
      refused(connection, step.formatted("WITHDRAWN"), "row-level security");
      refused(
          connection,
          """
          insert into client_transfer
            (client_id, id, msp_id, from_msp_id, client_name, reason, proposed_by, proposed_at)
          values ('%s', gen_random_uuid(), '%s', '%s', 'x', 'x', 'x', now())
          """
              .formatted(client.id(), next.id(), old.id()),
          "row-level security");
    }
    try (Connection connection = TestDatabase.inMsp(new UUID(0, 0))) {
      refused(connection, step.formatted("APPROVED"), "client_transfer_accepted");
    }
    try (Connection connection = TestDatabase.inClient(next.id(), client.id())) {
      execute(connection, "set role tenants_transfer");
      refused(connection, "update client set msp_id = '" + next.id() + "'", "row-level security");
      refused(connection, "update client set legal_name = 'x'", "permission denied");
      refused(connection, "select legal_name from client", "permission denied");
      refused(connection, "delete from role_grant", "permission denied");
    }
  }

  /** A table that a later migration adds must not stay behind with the old MSP. */
  @Test
  void everyTableOfAClientFollowsItOrHasAReasonNotTo() throws SQLException {
    Map<String, String> staying =
        Map.of(
            "client_import_result", "what became of a file of the MSP that imported it",
            "client_transfer", "its MSP is the receiving one, of that transfer",
            "client_transfer_step", "as the transfer");
    List<String> stuck =
        column(
            """
            select c.conrelid::regclass || '.' || c.conname from pg_constraint c
            where c.contype = 'f' and c.connamespace = 'public'::regnamespace
              and not c.condeferrable and cardinality(c.conkey) > 1
              and exists (select from pg_attribute a where a.attrelid = c.conrelid
                and a.attnum = any (c.conkey) and a.attname in ('msp_id', 'client_msp_id'))
            """);

    ClientsMove.everyTableFollowsBut(staying);
    assertThat(stuck).isEmpty();
  }

  private void transfer() {
    approve(accepted()).then().statusCode(200).body("status", equalTo("COMPLETED"));
  }

  private UUID accepted() {
    UUID transfer = propose();
    step(next.admin(), next.path(), transfer, "accept")
        .then()
        .statusCode(200)
        .body("status", equalTo("ACCEPTED"));
    return transfer;
  }

  private UUID propose() {
    return created(proposal(next.id()));
  }

  private Response proposal(UUID to) {
    return post(
        old.admin(),
        client.path() + "/transfers",
        Map.of("toMspId", to, "reason", "The client has chosen another provider."));
  }

  private static Response approve(UUID transfer) {
    return step(OPERATOR, "/v1/platform", transfer, "approve");
  }

  private static Response step(String by, String place, UUID transfer, String step) {
    return post(
        by, place + "/transfers/" + transfer + "/" + step, Map.of("reason", "Decided in a test."));
  }

  private static UUID personOf(String subject) {
    return UUID.fromString(
        column("select id from person where subject = '" + subject + "'").getFirst());
  }

  /** Whose each row of the client is, table by table. */
  private Map<String, String> homes() {
    Map<String, String> homes = new java.util.TreeMap<>();
    for (String table :
        List.of("client", "in_scope_system", "client_identifier", "person", "role_grant")) {
      homes.put(
          table,
          String.join(
              ",",
              column(
                  "select msp_id from %s where client_id = '%s' order by 1"
                      .formatted(table, client.id()))));
    }
    return homes;
  }

  private static List<String> column(String sql) {
    try (Connection superuser = TestDatabase.superuser();
        var statement = superuser.createStatement();
        var row = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (row.next()) {
        values.add(row.getString(1));
      }
      return values;
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static void refused(Connection connection, String sql, String because) {
    assertThatThrownBy(() -> execute(connection, sql)).as(sql).hasMessageContaining(because);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
