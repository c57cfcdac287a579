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

  static final Set<String> TENANT_COLUMNS = Set.of("client_id", "msp_id", "log_id", "scope_id");

  /** Tables that no service may forget to name, and that hold no tenant's data. */
  static final String FLYWAY = "flyway_schema_history";

  private static final String AUDIT = "audit_event";

  private final Map<String, String> withoutPolicy;
  private final Set<String> appendOnly;

  private TenantIsolation(Map<String, String> withoutPolicy, Set<String> appendOnly) {
    this.withoutPolicy = Map.copyOf(withoutPolicy);
    this.appendOnly = Set.copyOf(appendOnly);
  }

  /**
   * With the tables that stand without a tenant policy.
   *
   * @param withoutPolicy table to the reason why that is safe
   */
  public static TenantIsolation except(Map<String, String> withoutPolicy) {
    return new TenantIsolation(withoutPolicy, Set.of());
  }

  /** With the tables whose rows nobody may change or remove; {@code audit_event} always is one. */
  public TenantIsolation appendOnly(String... tables) {
    return new TenantIsolation(withoutPolicy, Set.of(tables));
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
    var catalog = new Catalog(superuser);
    List<String> tables = catalog.ask(Queries.TABLES);
    List<String> guarded =
        tables.stream()
            .filter(table -> !table.equals(FLYWAY) && !withoutPolicy.containsKey(table))
            .toList();
    List<String> found = new ArrayList<>();
    if (guarded.isEmpty()) {
      found.add("There is no table with a tenant policy at all.");
    }
    for (String table : guarded) {
      found.addAll(ofTable(catalog, table));
    }
    found.addAll(ofAppendOnlyTables(catalog, tables));
    found.addAll(ofExceptions(tables));
    found.addAll(ofDatabase(catalog));
    return found;
  }

  private List<String> ofAppendOnlyTables(Catalog catalog, List<String> tables)
      throws SQLException {
    List<String> found = new ArrayList<>();
    for (String table : appendOnly) {
      if (!tables.contains(table)) {
        found.add("Table " + table + " is named as append-only and does not exist.");
      }
    }
    for (String table : tables) {
      if (appendOnly.contains(table) || table.equals(AUDIT)) {
        for (String change : catalog.ask(GrantQueries.CHANGES, table)) {
          found.add("Table " + table + " is append-only, but " + change + " its rows.");
        }
      }
    }
    return found;
  }

  private List<String> ofExceptions(List<String> tables) {
    List<String> found = new ArrayList<>();
    withoutPolicy.forEach(
        (table, reason) -> {
          if (!tables.contains(table)) {
            found.add("Table " + table + " is excepted and does not exist.");
          }
          if (reason.isBlank()) {
            found.add("Table " + table + " is excepted without a reason.");
          }
        });
    return found;
  }

  private static List<String> ofDatabase(Catalog catalog) throws SQLException {
    List<String> found = new ArrayList<>();
    for (String role : catalog.ask(Queries.MIGHTY_ROLES)) {
      found.add("Role " + role + " is superuser, bypasses row-level security or owns a table.");
    }
    for (String membership : catalog.ask(Queries.MIGHTY_MEMBERSHIPS)) {
      found.add("Membership " + membership + " gives more than entering a wider view.");
    }
    for (String role : catalog.ask(Queries.CREATORS)) {
      found.add("Role " + role + " may create objects in schema public.");
    }
    for (String grant : catalog.ask(GrantQueries.TRUNCATE)) {
      found.add("TRUNCATE ignores row-level security: " + grant + ".");
    }
    for (String view : catalog.ask(Queries.OWNERS_VIEWS)) {
      found.add("View " + view + " reads as its owner: declare security_invoker.");
    }
    for (String copy : catalog.ask(Queries.COPIES)) {
      found.add("Materialised view or foreign table " + copy + " can have no policy.");
    }
    for (String function : catalog.ask(Queries.OWNERS_FUNCTIONS)) {
      found.add("Function " + function + " runs as its owner: no security definer.");
    }
    for (String table : catalog.ask(Queries.TABLES_ELSEWHERE)) {
      found.add("Table " + table + " lies outside schema public, where nobody looks.");
    }
    return found;
  }

  private static List<String> ofTable(Catalog catalog, String table) throws SQLException {
    List<String> found = new ArrayList<>();
    if (!catalog.ask(Queries.NOT_FORCED, table).isEmpty()) {
      found.add("Table " + table + " does not enable and force row-level security.");
    }
    if (!catalog.ask(Queries.WITHOUT_PRIMARY_KEY, table).isEmpty()) {
      found.add("Table " + table + " has no primary key.");
    }
    for (String policy : catalog.ask(GrantQueries.POLICIES_OF_MANY_ROLES, table)) {
      found.add("Policy " + policy + " on " + table + " names not exactly one role.");
    }
    for (String policy : catalog.ask(GrantQueries.POLICIES_WITHOUT_SCOPE, table)) {
      found.add("Policy " + policy + " on " + table + " does not compare tenant with scope.");
    }
    for (String role : catalog.ask(GrantQueries.ROLES_WITH_MANY_POLICIES, table)) {
      found.add("Role " + role + " has more than one policy on " + table + ".");
    }
    for (String role : catalog.ask(GrantQueries.WITHOUT_POLICY, table)) {
      found.add("Role " + role + " may use " + table + " but no policy there names it.");
    }
    for (String grant : catalog.ask(GrantQueries.TOO_MUCH, table)) {
      found.add("Table " + table + " grants too much: " + grant + ".");
    }
    for (String index : notLed(catalog.ask(Queries.INDEX_LEADERS, table))) {
      found.add("Index " + index + " on " + table + " is not led by a tenant column.");
    }
    for (String key : notLed(catalog.ask(Queries.FOREIGN_KEY_LEADERS, table))) {
      found.add("Foreign key " + key + " of " + table + " is not led by a tenant column.");
    }
    for (String key : catalog.ask(Queries.FOREIGN_KEYS_ACROSS_CLIENTS, table)) {
      found.add("Foreign key " + key + " of " + table + " may refer to another client's row.");
    }
    return found;
  }

  /** Those of {@code name:leader} whose leader is no tenant column. */
  private static List<String> notLed(List<String> keys) {
    return keys.stream()
        .filter(key -> !TENANT_COLUMNS.contains(key.substring(key.indexOf(':') + 1)))
        .toList();
  }
}
