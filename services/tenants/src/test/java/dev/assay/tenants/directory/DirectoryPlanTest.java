package dev.assay.tenants.directory;

import static dev.assay.tenants.world.World.atClient;
import static dev.assay.tenants.world.World.effectiveAtClient;
import static dev.assay.tenants.world.World.get;
import static dev.assay.tenants.world.World.newClient;
import static dev.assay.tenants.world.World.newMsp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.tenants.world.World.Client;
import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.stack.TestDatabase;
import dev.assay.testing.statement.SqlStatements;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The question that every request of every service asks: one statement, and never a whole table.
 */
@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class DirectoryPlanTest {

  private static final int PEOPLE = 20_000;

  @Test
  void theQuestionIsOneStatementBesidesTheBindingOfItsScope() {
    Client client = newClient(newMsp());
    String technician = atClient(client, "MSP_TECHNICIAN");

    for (String somebody : new String[] {technician, client.msp().admin(), "stranger"}) {
      SqlStatements.atMost(2, () -> effectiveAtClient(somebody, client.id()));
      SqlStatements.atMost(2, () -> get(somebody, "/v1/grants/effective?msp=" + client.msp().id()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
  void amongTwentyThousandPeopleAGrantIsFoundByItsIndex(String planning) throws SQLException {
    Client client = newClient(newMsp());
    try (Connection connection = TestDatabase.superuser()) {
      connection.setAutoCommit(false);
      populate(connection, client.msp().id());
      execute(connection, "set local plan_cache_mode = " + planning);
      execute(connection, "set local role tenants_directory");

      String atClient = plan(connection, DirectoryRows.AT_CLIENT, client.id());
      String atMsp = plan(connection, DirectoryRows.AT_MSP, client.msp().id());
      String atPlatform = plan(connection, DirectoryRows.AT_PLATFORM, new UUID(0, 0));

      connection.rollback();
      for (String plan : new String[] {atClient, atMsp, atPlatform}) {
        assertThat(plan)
            .doesNotContain("Seq Scan on role_grant ")
            .doesNotContain("Seq Scan on role_grant_transition")
            .contains("role_grant_msp_id_subject_idx");
      }
    }
  }

  private static void populate(Connection connection, UUID msp) throws SQLException {
    execute(
        connection,
        """
        insert into person (msp_id, client_id, id, subject, display_name, kind, created_at)
        select '%1$s', null, gen_random_uuid(), 'crowd-' || n, 'Demo person', 'PERSON', now()
        from generate_series(1, %2$d) n;
        insert into allegiance (msp_id, subject, side)
        select msp_id, subject, 'MSP' from person where subject like 'crowd-%%';
        insert into role_grant (msp_id, client_id, id, person_id, subject, role, valid_from, reason,
          needs_approval, granted_by, granted_at)
        select p.msp_id, null, gen_random_uuid(), p.id, p.subject, 'MSP_TECHNICIAN', now(), 'Crowd.',
          false, 'test', now()
        from person p where p.subject like 'crowd-%%';
        insert into role_grant_transition (msp_id, scope_id, grant_id, step, decided_by, decided_at,
          reason)
        select g.msp_id, g.scope_id, g.id, 'REVOKED', 'test', now(), 'Crowd.'
        from role_grant g where g.subject like 'crowd-%%' and g.subject like '%%7';
        analyze person, allegiance, role_grant, role_grant_transition
        """
            .formatted(msp, PEOPLE));
  }

  private static String plan(Connection connection, String question, UUID place)
      throws SQLException {
    String prepared = question;
    for (int i = 1; prepared.contains("?"); i++) {
      prepared = prepared.replaceFirst(Pattern.quote("?"), "\\$" + i);
    }
    execute(
        connection,
        "prepare question (uuid, text, timestamptz, timestamptz, text, timestamptz, timestamptz) as "
            + prepared);
    StringBuilder plan = new StringBuilder();
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                """
                explain execute question
                  ('%s', 'crowd-4711', now(), now(), 'crowd-4711', now(), now())
                """
                    .formatted(place))) {
      while (row.next()) {
        plan.append(row.getString(1)).append('\n');
      }
    }
    execute(connection, "deallocate question");
    return plan.toString();
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
