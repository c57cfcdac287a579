package dev.assay.testing.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.stack.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Tries, with SQL alone, to reach one client's rows from every other scope, table by table. What
 * {@link TenantIsolation} reads in the catalog, this sees happen. The client must have a row in
 * each table first, else there is nothing to reach for and the table fails.
 */
public final class TenantRows {

  private static final String HOMES = "client_home";

  private final UUID msp;
  private final UUID client;
  private final Map<String, String> except;

  private TenantRows(UUID msp, UUID client, Map<String, String> except) {
    this.msp = msp;
    this.client = client;
    this.except = Map.copyOf(except);
  }

  /** The client whose rows must be out of reach, and its MSP. */
  public static TenantRows of(UUID msp, UUID client) {
    return new TenantRows(msp, client, Map.of());
  }

  /**
   * Without these tables.
   *
   * @param tables table to the reason why it has no tenant, or no row that stays
   */
  public TenantRows except(Map<String, String> tables) {
    return new TenantRows(msp, client, tables);
  }

  /** Fails with every row that was reached, and every table that proved nothing. */
  public void verify() {
    assertThat(violations()).as("rows within another scope's reach").isEmpty();
  }

  /** One sentence for each row that was reached and each table that proved nothing. */
  public List<String> violations() {
    try (Connection superuser = TestDatabase.superuser()) {
      var catalog = new Catalog(superuser);
      List<String> tables = catalog.ask(Queries.TABLES);
      if (tables.contains(HOMES)) {
        cameLongAgo(superuser);
      }
      List<String> found = new ArrayList<>();
      for (String table : tables) {
        if (!table.equals(TenantIsolation.FLYWAY) && !except.containsKey(table)) {
          found.addAll(ofTable(catalog, table));
        }
      }
      return found;
    } catch (SQLException failed) {
      throw new IllegalStateException("the rows could not be tried", failed);
    }
  }

  /** Only clients that moved have a row there, so this one is said to have come before anything. */
  private void cameLongAgo(Connection superuser) throws SQLException {
    try (var insert =
        superuser.prepareStatement(
            "insert into client_home (client_id, msp_id, since) values (?, ?, '2000-01-01Z')"
                + " on conflict do nothing")) {
      insert.setObject(1, client);
      insert.setObject(2, msp);
      insert.executeUpdate();
    }
  }

  private List<String> ofTable(Catalog catalog, String table) throws SQLException {
    List<String> column = catalog.ask(TriedTable.TENANT_COLUMN, table);
    if (column.isEmpty()) {
      return List.of("Table " + table + " has no tenant column.");
    }
    boolean ofMsp = column.getFirst().equals("msp_id");
    UUID tenant = ofMsp ? msp : client;
    var tried = TriedTable.of(catalog, table, column.getFirst(), tenant);
    if (tried.isEmpty()) {
      return List.of("Table " + table + " holds no row of the tenant: nothing is proven of it.");
    }
    List<String> found = new ArrayList<>();
    UUID stranger = UUID.randomUUID();
    if (!ofMsp) {
      try (Connection other = TestDatabase.inClient(msp, stranger)) {
        found.addAll(tried.get().reachedFrom("another client of the MSP", other));
      }
      try (Connection portfolio = TestDatabase.inPortfolio(msp, List.of(stranger))) {
        found.addAll(tried.get().readFrom("another portfolio of the MSP", portfolio));
      }
    }
    try (Connection other = TestDatabase.inClient(stranger, stranger)) {
      found.addAll(tried.get().reachedFrom("another MSP's client", other));
    }
    try (Connection other = TestDatabase.inMsp(stranger)) {
      found.addAll(tried.get().reachedFrom("another MSP", other));
    }
    try (Connection none = TestDatabase.as("app")) {
      found.addAll(tried.get().reachedFrom("no scope", none));
    }
    try (Connection fleet = TestDatabase.inFleet(stranger)) {
      found.addAll(tried.get().readFrom("another MSP's fleet", fleet));
    }
    try (Connection own = TestDatabase.inClient(msp, client)) {
      found.addAll(tried.get().heldBy(own));
    }
    return found;
  }
}
