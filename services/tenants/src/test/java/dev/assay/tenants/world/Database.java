package dev.assay.tenants.world;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The database behind the service, seen past all policies and as each of its roles. */
public final class Database {

  private Database() {}

  /** Rows of every table: "nothing half-done" means that these are as before. */
  public static Map<String, Long> rowCounts() {
    String tables =
        """
        select relname, (xpath('/row/n/text()',
          query_to_xml('select count(*) as n from ' || oid::regclass, false, true, '')))[1]::text
        from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
        """;
    Map<String, Long> counts = new TreeMap<>();
    try (Connection connection = as("postgres");
        var statement = connection.createStatement();
        var row = statement.executeQuery(tables)) {
      while (row.next()) {
        counts.put(row.getString(1), row.getLong(2));
      }
      return counts;
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** How many events of this action there are on this entity. */
  public static int events(UUID entity, String action) {
    try (Connection connection = as("postgres");
        var select =
            connection.prepareStatement(
                "select count(*) from audit_event where entity_id = ? and action = ?")) {
      select.setObject(1, entity);
      select.setString(2, action);
      try (var row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  public static Connection as(String role) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%s/tenants".formatted(System.getProperty(WorldResource.PORT)),
        role,
        "local-only");
  }
}
