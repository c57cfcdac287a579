package dev.assay.testing.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.stack.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** After bad input, every table has as many rows as before, and every bucket the same versions. */
public final class NothingHalfDone {

  private NothingHalfDone() {}

  /** Fails when {@code work} adds or removes a row in any table of the service. */
  public static void by(Runnable work) {
    by(work, List::of);
  }

  /**
   * As {@link #by(Runnable)}, for a listing too.
   *
   * @param listing such as {@code TestStore::versions}
   */
  public static void by(Runnable work, Supplier<List<String>> listing) {
    Map<String, Long> rows = rowCounts();
    List<String> objects = listing.get();

    work.run();

    assertThat(rowCounts()).as("rows by table").isEqualTo(rows);
    assertThat(listing.get()).as("objects in the store").isEqualTo(objects);
  }

  /** Rows by table, as a superuser counts them. */
  public static Map<String, Long> rowCounts() {
    try (Connection superuser = TestDatabase.superuser()) {
      Map<String, Long> counts = new TreeMap<>();
      for (String table : tables(superuser)) {
        try (var statement = superuser.createStatement();
            var row = statement.executeQuery("select count(*) from \"" + table + "\"")) {
          row.next();
          counts.put(table, row.getLong(1));
        }
      }
      return counts;
    } catch (SQLException failed) {
      throw new IllegalStateException("rows could not be counted", failed);
    }
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select tablename from pg_tables where schemaname = 'public' order by 1")) {
      while (row.next()) {
        tables.add(row.getString(1));
      }
    }
    return tables;
  }
}
