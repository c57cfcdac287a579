package dev.assay.tenants;

import static dev.assay.tenants.world.World.atClient;
import static dev.assay.tenants.world.World.created;
import static dev.assay.tenants.world.World.firstExecutive;
import static dev.assay.tenants.world.World.newClient;
import static dev.assay.tenants.world.World.newMsp;
import static dev.assay.tenants.world.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.tenancy.scope.ScopeMissing;
import dev.assay.tenants.world.World.Client;
import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.isolation.TenantIsolation;
import dev.assay.testing.stack.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class TenantsTenantIsolationTest {

  private static Client ours;
  private static Client sibling;
  private static Client foreign;

  @BeforeEach
  void populateThreeClientsOnce() {
    if (ours != null) {
      return;
    }
    ours = newClient(newMsp());
    sibling = newClient(ours.msp());
    foreign = newClient(newMsp("Harbour Gate IT (demo)"));
    for (Client client : new Client[] {ours, sibling, foreign}) {
      firstExecutive(client);
      atClient(client, "MSP_TECHNICIAN");
      created(
          post(
              client.msp().admin(),
              client.path() + "/systems",
              Map.of(
                  "name",
                  "General ledger",
                  "kind",
                  "APPLICATION",
                  "hosting",
                  "SAAS",
                  "rationale",
                  "All journal entries are posted here.")));
    }
  }

  @Test
  void everyTableIsForcedAndEveryPolicyNamesOneRole() {
    TenantIsolation.except(
            Map.of(
                "provisioning_work",
                "workers look for work before they know whose it is; it holds ids only",
                "account_off",
                "accounts are the realm's, not a tenant's; it holds their ids only"))
        .verify();
  }

  @Test
  void noTransactionBeginsWithoutAScope() {
    assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {}))
        .isInstanceOf(ScopeMissing.class);
  }

  @Test
  void aClientsScopeSeesItsOwnRowsAndNobodyElses() throws SQLException {
    try (Connection connection = TestDatabase.inClient(ours.msp().id(), ours.id())) {
      assertThat(rows(connection, "client_id", ours.id()))
          .hasSize(4)
          .containsEntry("client", 1L)
          .containsEntry("in_scope_system", 1L)
          .containsEntry("person", 1L)
          .containsEntry("role_grant", 2L);
      assertThat(rows(connection, "client_id", sibling.id()).values()).containsOnly(0L);
      assertThat(rows(connection, "scope_id", sibling.id()).values()).containsOnly(0L);
      assertThat(rows(connection, "log_id", sibling.id()).values()).containsOnly(0L);
      assertThat(rows(connection, "client_id", foreign.id()).values()).containsOnly(0L);
      assertThat(rows(connection, "msp_id", foreign.msp().id()).values()).containsOnly(0L);
    }
  }

  @Test
  void anMspsScopeSeesNoClientsRows() throws SQLException {
    try (Connection connection = TestDatabase.inMsp(ours.msp().id())) {
      assertThat(rows(connection, "client_id", ours.id()).values()).containsOnly(0L);
      assertThat(rows(connection, "msp_id", foreign.msp().id()).values()).containsOnly(0L);
    }
  }

  @Test
  void withoutAScopeThereAreNoRows() throws SQLException {
    try (Connection connection = TestDatabase.as("app")) {
      assertThat(rows(connection, "client_id", ours.id()).values()).containsOnly(0L);
      assertThat(rows(connection, "msp_id", ours.msp().id()).values()).containsOnly(0L);
    }
  }

  @Test
  void nobodyWritesIntoAnotherClient() throws SQLException {
    try (Connection connection = TestDatabase.inClient(ours.msp().id(), ours.id());
        var statement = connection.createStatement()) {
      assertThat(statement.executeUpdate("update client set legal_name = 'Taken'")).isEqualTo(1);
      assertThat(
              statement.executeUpdate(
                  "update in_scope_system set name = 'Taken' where client_id <> '%s'"
                      .formatted(ours.id())))
          .isZero();
    }
    refused(
        "insert into in_scope_system (client_id, id, name, kind, hosting, rationale, created_at,"
            + " version) values ('%s', '%s', 'A', 'NETWORK', 'SAAS', 'B', now(), 0)"
                .formatted(sibling.id(), UUID.randomUUID()));
    refused(
        "insert into person (client_id, id, subject, display_name, kind, created_at)"
            + " values (null, '%s', 'a', 'A', 'PERSON', now())".formatted(UUID.randomUUID()));
    refused("update client set msp_id = '%s'".formatted(foreign.msp().id()));
    refused("insert into msp (msp_id, name, created_at) values (gen_random_uuid(), 'A', now())");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update role_grant set valid_until = null",
        "delete from role_grant",
        "delete from role_grant_transition",
        "update role_grant_transition set step = 'APPROVED'",
        "delete from allegiance",
        "update allegiance set side = 'MSP'",
        "delete from audit_event",
        "update person set subject = 'me'",
        "update person_transition set state = 'ACTIVE'",
        "delete from person_transition",
        "update invitation set role = 'MSP_ADMIN'",
        "delete from invitation",
        "update invitation_end set outcome = 'ACCEPTED'",
        "delete from invitation_end",
        "update provisioning_step set outcome = 'DONE'",
        "delete from client",
        "truncate client cascade"
      })
  void whatMustStayProvableIsNeverChanged(String sql) {
    assertThatThrownBy(() -> execute(sql)).hasMessageContaining("permission denied");
  }

  @Test
  void theQueueWithoutTenantPolicyHoldsIdsAndTimesAlone() throws SQLException {
    try (var superuser = TestDatabase.superuser();
        var row =
            superuser
                .createStatement()
                .executeQuery(
                    """
                    select string_agg(column_name, ',' order by ordinal_position)
                    from information_schema.columns where table_name = 'provisioning_work'
                    """)) {
      row.next();
      assertThat(row.getString(1))
          .isEqualTo("msp_id,scope_id,entity_id,kind,subject,asked_at,due_at,lease,attempts");
    }
  }

  @Test
  void theDirectorySeesIdsAndGrantsAndNoNames() throws SQLException {
    try (Connection connection = TestDatabase.as("app");
        var statement = connection.createStatement()) {
      statement.execute("set role tenants_directory");
      statement.execute("select msp_id, client_id, status from client");
      statement.execute("select subject, role from role_grant");
      for (String hidden :
          new String[] {
            "select legal_name from client",
            "select name from msp",
            "select reason from role_grant",
            "select display_name from person",
            "select reason from person_transition",
            "select mail from invitation",
            "select body from audit_event",
            "insert into role_grant_transition (grant_id) values (gen_random_uuid())"
          }) {
        assertThatThrownBy(() -> statement.execute(hidden))
            .hasMessageContaining("permission denied");
      }
    }
  }

  private void refused(String sql) {
    assertThatThrownBy(() -> execute(sql)).hasMessageContaining("row-level security");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = TestDatabase.inClient(ours.msp().id(), ours.id());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Map<String, Long> rows(Connection connection, String column, UUID id)
      throws SQLException {
    List<String> tables = new ArrayList<>();
    Map<String, Long> rows = new TreeMap<>();
    try (var statement = connection.createStatement()) {
      String readable =
          """
          select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
          where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = '%s'
            and has_table_privilege(c.oid, 'select')
          """
              .formatted(column);
      try (var row = statement.executeQuery(readable)) {
        while (row.next()) {
          tables.add(row.getString(1));
        }
      }
      for (String table : tables) {
        String count = "select count(*) from %s where %s = '%s'".formatted(table, column, id);
        try (var row = statement.executeQuery(count)) {
          row.next();
          rows.put(table, row.getLong(1));
        }
      }
    }
    return rows;
  }
}
