package dev.assay.testing.isolation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One table, one tenant in it, and the attempts to reach that tenant's rows. */
final class TriedTable {

  static final String TENANT_COLUMN =
      """
      select a.attname from pg_attribute a
      where a.attrelid = ('public.' || quote_ident(?))::regclass and not a.attisdropped
        and a.attname in ('client_id', 'scope_id', 'log_id', 'msp_id')
      order by array_position(array['client_id', 'scope_id', 'log_id', 'msp_id'], a.attname::text)
      limit 1
      """;

  private static final String COLUMNS =
      """
      select quote_ident(a.attname) from pg_attribute a
      where a.attrelid = ('public.' || quote_ident(?))::regclass and a.attnum > 0
        and not a.attisdropped and a.attgenerated = ''
        and has_column_privilege(current_database() || '_app', a.attrelid, a.attnum, ?)
      order by a.attnum
      """;

  /** insufficient_privilege: a missing grant, or a row that the policy refuses. */
  private static final String REFUSED = "42501";

  private final String name;
  private final String column;
  private final UUID tenant;
  private final String row;
  private final List<String> insertable;
  private final List<String> updatable;

  private TriedTable(
      String name,
      String column,
      UUID tenant,
      String row,
      List<String> insertable,
      List<String> updatable) {
    this.name = name;
    this.column = column;
    this.tenant = tenant;
    this.row = row;
    this.insertable = insertable;
    this.updatable = updatable;
  }

  /** Empty when the tenant has no row here. */
  static Optional<TriedTable> of(Catalog catalog, String table, String column, UUID tenant)
      throws SQLException {
    List<String> row =
        catalog.ask(
            "select to_jsonb(t)::text from \"%s\" t where \"%s\" = ? limit 1"
                .formatted(table, column),
            tenant);
    return row.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new TriedTable(
                table,
                column,
                tenant,
                row.getFirst(),
                catalog.ask(COLUMNS, table, "INSERT"),
                catalog.ask(COLUMNS, table, "UPDATE")));
  }

  /** Every way by which this foreign scope reached the tenant's rows. */
  List<String> reachedFrom(String scope, Connection app) throws SQLException {
    List<String> found = new ArrayList<>(readFrom(scope, app));
    if (!updatable.isEmpty()) {
      String update =
          "update \"%s\" set %s = %s where \"%s\" = ?"
              .formatted(name, updatable.getFirst(), updatable.getFirst(), column);
      expectNothing(app, update, scope + " updates", found);
    }
    expectNothing(
        app,
        "delete from \"%s\" where \"%s\" = ?".formatted(name, column),
        scope + " deletes",
        found);
    if (!insertable.isEmpty()) {
      String columns = String.join(", ", insertable);
      String insert =
          "insert into \"%s\" (%s) select %s from jsonb_populate_record(null::\"%s\", ?::jsonb)"
              .formatted(name, columns, columns, name);
      expectRefusal(app, insert, row, scope + " inserts", found);
    }
    return found;
  }

  /** As {@link #reachedFrom}, for a scope that only reads. */
  List<String> readFrom(String scope, Connection connection) throws SQLException {
    List<String> found = new ArrayList<>();
    expectNothing(
        connection,
        "select from \"%s\" where \"%s\" = ?".formatted(name, column),
        scope + " reads",
        found);
    return found;
  }

  /**
   * The tenant's own scope sees its rows, else the attempts meant nothing; none can be given away.
   */
  List<String> heldBy(Connection own) throws SQLException {
    List<String> found = new ArrayList<>();
    Attempt read =
        Attempt.of(own, "select from \"%s\" where \"%s\" = ?".formatted(name, column), tenant);
    if (read.rows() == 0 && !read.state().equals(REFUSED)) {
      found.add("Table " + name + ": its own tenant reads no row, so that nothing is proven.");
    }
    if (updatable.contains(column)) {
      String give =
          "update \"%s\" set \"%s\" = gen_random_uuid() where \"%s\" = ?"
              .formatted(name, column, column);
      expectRefusal(own, give, tenant, "its own tenant gives away", found);
    }
    return found;
  }

  private void expectNothing(Connection connection, String sql, String who, List<String> found)
      throws SQLException {
    Attempt attempt = Attempt.of(connection, sql, tenant);
    if (attempt.rows() > 0) {
      found.add("Table %s: %s %d rows of the tenant.".formatted(name, who, attempt.rows()));
    } else if (!attempt.state().isEmpty() && !attempt.state().equals(REFUSED)) {
      found.add("Table %s: %s, and only %s stops it.".formatted(name, who, attempt.state()));
    }
  }

  private void expectRefusal(
      Connection connection, String sql, Object argument, String who, List<String> found)
      throws SQLException {
    Attempt attempt = Attempt.of(connection, sql, argument);
    if (!attempt.state().equals(REFUSED)) {
      found.add(
          "Table %s: %s a row of the tenant%s."
              .formatted(
                  name,
                  who,
                  attempt.state().isEmpty() ? "" : ", and only " + attempt.state() + " stops it"));
    }
  }

  /** What came of one statement that was then rolled back; no rows when it was refused. */
  private record Attempt(long rows, String state) {

    static Attempt of(Connection connection, String sql, Object argument) throws SQLException {
      connection.setAutoCommit(false);
      try (var statement = connection.prepareStatement(sql)) {
        statement.setObject(1, argument);
        return new Attempt(rows(statement), "");
      } catch (SQLException refused) {
        return new Attempt(0, String.valueOf(refused.getSQLState()));
      } finally {
        connection.rollback();
      }
    }

    private static long rows(PreparedStatement statement) throws SQLException {
      if (!statement.execute()) {
        return statement.getUpdateCount();
      }
      long rows = 0;
      try (var result = statement.getResultSet()) {
        while (result.next()) {
          rows++;
        }
      }
      return rows;
    }
  }
}
