package dev.assay.tenants.system;

import static dev.assay.tenants.system.Systems.approve;
import static dev.assay.tenants.system.Systems.newSystem;
import static dev.assay.tenants.system.Systems.path;
import static dev.assay.tenants.system.Systems.replace;
import static dev.assay.tenants.system.Systems.system;
import static dev.assay.tenants.system.Systems.today;
import static dev.assay.tenants.world.World.atClient;
import static dev.assay.tenants.world.World.get;
import static dev.assay.tenants.world.World.newClient;
import static dev.assay.tenants.world.World.newMsp;
import static dev.assay.tenants.world.World.newPerson;
import static dev.assay.tenants.world.World.newSubject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.assay.tenants.world.World.Client;
import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.stack.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database keeps by itself, whatever code asks of it. */
@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class SystemRowsTest {

  private static final String PROPOSER = "select proposed_by from in_scope_system_version";

  private Client client;
  private String reviewer;
  private UUID ledger;

  @BeforeEach
  void proposeALedger() {
    client = newClient(newMsp());
    reviewer = atClient(client, "MSP_REVIEWER");
    ledger = newSystem(client, system("General ledger"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "in_scope_system_version",
        "in_scope_system_relation",
        "in_scope_system_decision",
        "in_scope_system_change"
      })
  void historyIsOnlyEverAddedTo(String table) {
    for (String sql :
        new String[] {
          "update " + table + " set system_id = system_id",
          "delete from " + table,
          "truncate " + table
        }) {
      assertThatThrownBy(() -> execute(sql)).hasMessageContaining("permission denied");
    }
    assertThatThrownBy(() -> execute("delete from in_scope_system"))
        .hasMessageContaining("permission denied");
  }

  @Test
  void theProposerCannotBeTheOneWhoDecides() {
    assertThatThrownBy(() -> execute(decision("(" + PROPOSER + ")", "(" + PROPOSER + ")")))
        .hasMessageContaining("somebody_else_decides");
  }

  @Test
  void nobodyElseIsMadeOutToBeTheProposer() {
    assertThatThrownBy(() -> execute(decision("'somebody'", "(" + PROPOSER + ")")))
        .hasMessageContaining("foreign key");
  }

  @Test
  void oneDecisionIsMade() throws SQLException {
    String decision = decision("(" + PROPOSER + ")", "'somebody'");
    execute(decision);

    assertThatThrownBy(() -> execute(decision)).hasMessageContaining("duplicate key");
    get(reviewer, path(client, ledger)).then().body("state", equalTo("APPROVED"));
  }

  @Test
  void aRejectionWithoutAReasonIsNoRow() {
    assertThatThrownBy(
            () ->
                execute(
                    decision("(" + PROPOSER + ")", "'somebody'").replace("APPROVED", "REJECTED")))
        .hasMessageContaining("rejection_has_a_reason");
  }

  @Test
  void anOwnerOfAnotherClientIsNoOwner() {
    Client sibling = newClient(client.msp());
    UUID theirs = newPerson(sibling.msp().admin(), sibling.path(), newSubject("owner"));
    UUID msps = newPerson(client.msp().admin(), client.msp().path(), newSubject("owner"));
    String own = "update in_scope_system set owner_person_id = '%s', owner_scope_id = '%s'";

    for (UUID scope : new UUID[] {client.id(), client.msp().id()}) {
      assertThatThrownBy(() -> execute(own.formatted(theirs, scope)))
          .hasMessageContaining("foreign key");
    }
    assertThatThrownBy(() -> execute(own.formatted(theirs, sibling.id())))
        .hasMessageContaining("in_scope_system_owner");
    assertThatThrownBy(
            () -> execute("update in_scope_system set owner_person_id = '%s'".formatted(msps)))
        .hasMessageContaining("in_scope_system_owner");
  }

  @Test
  void aSystemOfAnotherClientIsNothingToRestOn() {
    UUID theirs = newSystem(newClient(client.msp()), system("Cloud account"));
    String rest =
        "insert into in_scope_system_relation (system_id, number, kind, other_id)"
            + " values ('%s', 0, 'RUNS_ON', '%s')";

    assertThatThrownBy(() -> execute(rest.formatted(ledger, theirs)))
        .hasMessageContaining("foreign key");
    assertThatThrownBy(() -> execute(rest.formatted(ledger, ledger)))
        .hasMessageContaining("check constraint");
  }

  @ParameterizedTest
  @CsvSource({"fleet", "portfolio"})
  void listsAcrossClientsReadAndWriteNothing(String role) throws SQLException {
    Client foreign = newClient(newMsp("Harbour Gate IT (demo)"));
    newSystem(foreign, system("General ledger"));
    try (var connection = TestDatabase.as("app");
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("set local role tenants_" + role);
      statement.execute(
          "select set_config('app.msp_id', '%s', true), set_config('app.client_ids', '{%s}', true)"
              .formatted(client.msp().id(), client.id()));
      try (var row =
          statement.executeQuery(
              "select count(*), count(*) filter (where client_id = '%s')".formatted(client.id())
                  + " from in_scope_system_standing")) {
        row.next();
        assertThat(row.getLong(1)).isEqualTo(1);
        assertThat(row.getLong(2)).isEqualTo(1);
      }
      assertThatThrownBy(
              () -> statement.execute("insert into in_scope_system_change default values"))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void whatTheReleaseBeforeWritesIsThereAndWaitsForAProposer() throws SQLException {
    UUID old = UUID.randomUUID();
    execute(
        """
        insert into in_scope_system (id, name, kind, hosting, rationale, created_at, version)
        values ('%s', 'Payroll', 'APPLICATION', 'ON_PREMISES',
          'All journal entries are posted here.', '2025-03-10T03:00:00Z', 0)
        """
            .formatted(old));

    get(reviewer, path(client, old))
        .then()
        .statusCode(200)
        .body("state", equalTo("PROPOSED"))
        .body("proposed", nullValue())
        .body("runsOn", empty());
    get(reviewer, path(client, old) + "/versions").then().body("items", empty());
    Problems.expect(approve(reviewer, client, old, 0), 409, "system-not-proposed");
    replace(client, old, 0, system("Payroll"))
        .then()
        .body("version", equalTo(1))
        .body("effectiveOn", equalTo("2025-03-09"));
    approve(reviewer, client, old, 1).then().body("state", equalTo("APPROVED"));
  }

  @Test
  void whatTheReleaseBeforeChangesIsNoLongerApproved() throws SQLException {
    approve(reviewer, client, ledger, 0).then().statusCode(200);
    execute(
        "update in_scope_system set hosting = 'CLOUD', version = 1 where id = '%s' and version = 0"
            .formatted(ledger));

    get(reviewer, path(client, ledger))
        .then()
        .body("state", equalTo("PROPOSED"))
        .body("hosting", equalTo("CLOUD"))
        .body("approvedVersion", equalTo(0));
    get(reviewer, path(client) + "?asOf=" + today())
        .then()
        .body("items.hosting", contains("ON_PREMISES"));
    Problems.expect(approve(reviewer, client, ledger, 1), 409, "system-not-proposed");
    replace(client, ledger, 1, system("General ledger", "hosting", "CLOUD"))
        .then()
        .body("version", equalTo(2));
    approve(reviewer, client, ledger, 2).then().body("hosting", equalTo("CLOUD"));
  }

  private String decision(String proposedBy, String decidedBy) {
    return """
    insert into in_scope_system_decision
      (system_id, number, decision, proposed_by, decided_by, decided_by_person_id, decided_at)
    values ('%s', 0, 'APPROVED', %s, %s, gen_random_uuid(), now())
    """
        .formatted(ledger, proposedBy, decidedBy);
  }

  private void execute(String sql) throws SQLException {
    try (var connection = TestDatabase.inClient(client.msp().id(), client.id());
        var statement = connection.createStatement()) {
      statement.execute(sql);
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
    }
  }
}
