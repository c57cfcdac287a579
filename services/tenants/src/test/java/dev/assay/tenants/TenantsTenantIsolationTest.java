package dev.assay.tenants;

import static dev.assay.tenants.world.World.OPERATOR;
import static dev.assay.tenants.world.World.atClient;
import static dev.assay.tenants.world.World.breakGlass;
import static dev.assay.tenants.world.World.created;
import static dev.assay.tenants.world.World.firstExecutive;
import static dev.assay.tenants.world.World.newClient;
import static dev.assay.tenants.world.World.newMsp;
import static dev.assay.tenants.world.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.tenancy.scope.ScopeMissing;
import dev.assay.tenants.filer.FilerWorld;
import dev.assay.tenants.world.FiscalCalendars;
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
      created(breakGlass(OPERATOR, client, 10));
      created(
          post(
              client.msp().admin(),
              client.path() + "/access-reviews",
              Map.of("coverage", "PRIVILEGED")));
      FiscalCalendars.changeAndAudit(client);
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
      FilerWorld.enter(client, 2025, FilerWorld.filer(2025, 300, 400));
      FilerWorld.enterKinds(client, "ISSUER", "2010-01-01");
    }
  }

  @Test
  void everyTableIsForcedAndEveryPolicyNamesOneRole() {
    TenantIsolation.except(
            Map.of(
                "provisioning_work",
                "workers look for work before they know whose it is; it holds ids only",
                "account_off",
                "accounts are the realm's, not a tenant's; it holds their ids only",
                "filer_rule_set",
                "the law is no tenant's: every scope reads it, the platform's alone adds to it",
                "filer_rule_decision",
                "as filer_rule_set",
                "filer_rule_carried",
                "the platform's alone; which rule sets have reached all clients"))
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
          .hasSizeGreaterThanOrEqualTo(8)
          .containsEntry("access_review", 1L)
          .containsEntry("break_glass", 1L)
          .containsEntry("fiscal_calendar_rule", 2L)
          .containsEntry("fiscal_year_audit", 1L)
          .containsEntry("client", 1L)
          .containsEntry("entity_kind", 1L)
          .containsEntry("entity_kinds_version", 1L)
          .containsEntry("filer_profile_version", 1L)
          .containsEntry("in_scope_system", 1L)
          .containsEntry("in_scope_system_version", 1L)
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
    refused(
        "insert into fiscal_calendar_rule (client_id, number, kind, rule, month, day, recorded_at)"
            + " values ('%s', 0, 'INITIAL', 'FIXED_DAY', 12, 31, now())".formatted(sibling.id()));
    refused(
        "insert into fiscal_year_audit (client_id, id, fiscal_year, number, reason, recorded_by,"
            + " recorded_at) values ('%s', gen_random_uuid(), '2024', 1, 'A', 'B', now())"
                .formatted(sibling.id()));
    refused(
        "insert into filer_profile_version (client_id, id, fiscal_year, version, registration,"
            + " fiscal_year_end, year_end_month, year_end_day, months_reporting,"
            + " annual_reports_filed_before, egc_claimed, entered_by, entered_at) values ('%s', '%s',"
                .formatted(sibling.id(), UUID.randomUUID())
            + " 2025, 9, 'NOT_A_FILER', '2025-12-31', 12, 31, 0, 0, false, 'A', now())");
    refused(
        "insert into entity_kinds_version (client_id, id, version, reason, entered_by, entered_at)"
            + " values ('%s', '%s', 9, 'A', 'B', now())"
                .formatted(sibling.id(), UUID.randomUUID()));
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
        "update filer_profile_version set revenue = 0",
        "delete from filer_profile_version",
        "update entity_kinds_version set reason = 'B'",
        "delete from entity_kind",
        "delete from client",
        "update fiscal_calendar_rule set effective_from = null",
        "delete from fiscal_calendar_rule",
        "update fiscal_year_audit set audit_concluded_on = null",
        "delete from fiscal_year_audit",
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
