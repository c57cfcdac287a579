package dev.assay.testing.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.stack.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the catalog of the service's database and lists every way in which it would not keep
 * tenants apart. A service's test asserts that the list is empty.
 */
public final class TenantIsolation {

  private static final Set<String> TENANT_COLUMNS =
      Set.of("client_id", "msp_id", "log_id", "scope_id");

  /** Tables that no service may forget to name, and that hold no tenant's data. */
  private static final String FLYWAY = "flyway_schema_history";

  private final Map<String, String> withoutPolicy;

  private TenantIsolation(Map<String, String> withoutPolicy) {
    this.withoutPolicy = Map.copyOf(withoutPolicy);
  }

  /**
   * With the tables that stand without a tenant policy.
   *
   * @param withoutPolicy table to the reason why that is safe
   */
  public static TenantIsolation except(Map<String, String> withoutPolicy) {
    return new TenantIsolation(withoutPolicy);
  }

  /** Fails with every violation at once. */
  public void verify() {
    assertThat(violations()).as("ways in which tenants are not kept apart").isEmpty();
  }

  /** Every violation, one sentence each; empty when there is none. */
  public List<String> violations() {
    try (Connection superuser = TestDatabase.superuser()) {
      return violations(superuser);
    } catch (SQLException failed) {
      throw new IllegalStateException("the catalog could not be read", failed);
    }
  }

  /** As {@link #violations()}, on a superuser's connection to any database. */
  public List<String> violations(Connection superuser) throws SQLException {
    List<String> found = new ArrayList<>();
    int tables = 0;
    for (String table : column(superuser, Queries.TABLES)) {
      if (table.equals(FLYWAY) || withoutPolicy.containsKey(table)) {
        continue;
      }
      tables++;
      found.addAll(ofTable(superuser, table));
    }
    if (tables == 0) {
      found.add("There is no table with a tenant policy at all.");
    }
    for (String role : column(superuser, Queries.MIGHTY_ROLES)) {
      found.add("Role " + role + " is superuser, bypasses row-level security or owns a table.");
    }
    for (String grant : column(superuser, Queries.TRUNCATE_GRANTS)) {
      found.add("TRUNCATE ignores row-level security: " + grant + ".");
    }
    for (String view : column(superuser, Queries.OWNERS_VIEWS)) {
      found.add("View " + view + " reads as its owner: declare security_invoker.");
    }
    return found;
  }

  private static List<String> ofTable(Connection superuser, String table) throws SQLException {
    List<String> found = new ArrayList<>();
    if (!column(superuser, Queries.NOT_FORCED, table).isEmpty()) {
      found.add("Table " + table + " does not enable and force row-level security.");
    }
    for (String policy : column(superuser, Queries.POLICIES_OF_MANY_ROLES, table)) {
      found.add("Policy " + policy + " on " + table + " names not exactly one role.");
    }
    for (String role : column(superuser, Queries.ROLES_WITH_MANY_POLICIES, table)) {
      found.add("Role " + role + " has more than one policy on " + table + ".");
    }
    for (String role : column(superuser, Queries.GRANTS_WITHOUT_POLICY, table)) {
      found.add("Role " + role + " may use " + table + " but no policy there names it.");
    }
    for (String index : column(superuser, Queries.INDEX_LEADERS, table)) {
      String leader = index.substring(index.indexOf(':') + 1);
      if (!TENANT_COLUMNS.contains(leader)) {
        found.add("Index " + index + " on " + table + " is not led by a tenant column.");
      }
    }
    for (String key : column(superuser, Queries.FOREIGN_KEY_LEADERS, table)) {
      String leader = key.substring(key.indexOf(':') + 1);
      if (!TENANT_COLUMNS.contains(leader)) {
        found.add("Foreign key " + key + " of " + table + " is not led by a tenant column.");
      }
    }
    return found;
  }

  private static List<String> column(Connection connection, String sql, String... arguments)
      throws SQLException {
    List<String> values = new ArrayList<>();
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setString(i + 1, arguments[i]);
      }
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          values.add(row.getString(1));
        }
      }
    }
    return values;
  }
}
