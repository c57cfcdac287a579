package dev.assay.tenants.filer;

import static dev.assay.tenants.filer.FilerWorld.RULE_SETS;
import static dev.assay.tenants.filer.FilerWorld.entered;
import static dev.assay.tenants.filer.FilerWorld.newName;
import static dev.assay.tenants.filer.FilerWorld.proposal;
import static dev.assay.tenants.filer.FilerWorld.usd;
import static dev.assay.tenants.world.World.OPERATOR;
import static dev.assay.tenants.world.World.newClient;
import static dev.assay.tenants.world.World.newMsp;
import static dev.assay.tenants.world.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;

import dev.assay.tenancy.scope.TenantScope;
import dev.assay.tenants.world.World.Client;
import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.stack.TestDatabase;
import dev.assay.testing.statement.NothingHalfDone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class FilerRuleSetEntryTest {
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

  private static void refused(Map<String, Object> body, String... pointers) {
    post(OPERATOR, RULE_SETS, body)
        .then()
        .statusCode(400)
        .body("errors.pointer", containsInAnyOrder(pointers));
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
