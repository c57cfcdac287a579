package dev.assay.controls.apply;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.assay.controls.library.LibraryControl;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The rows of a year, written in as many statements whether one control is applied or all. */
@ApplicationScoped
class YearRows {

  /** Until the transaction ends, nobody else applies anything to this client's year. */
  private static final String LOCK =
      "select pg_advisory_xact_lock(hashtextextended(current_setting('app.client_id') || ?, 0))";

  private static final String PRESENT =
      "select control_id from client_control where fiscal_year = ? and control_id = any (?)";

  private static final String APPLICATION =
      """
      insert into library_application
        (id, fiscal_year, library_version, applied_by_person_id, applied_at)
      values (?, ?, ?, ?, ?)
      """;

  private static final String CONTROLS =
      """
      insert into client_control
        (application_id, fiscal_year, library_version, changed_at, id, control_id, domain, key, risk)
      select ?, ?, ?, ?, c.*
      from unnest(?::uuid[], ?::text[], ?::text[], ?::boolean[], ?::text[]) c
      """;

  private static final String SYSTEMS =
      """
      insert into client_control_system (client_control_id, system_id)
      select c.id, s.id from client_control c cross join unnest(?::uuid[]) s (id)
      where c.fiscal_year = ? and c.control_id = any (?)
      on conflict do nothing
      """;

  private final DataSource dataSource;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  YearRows(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Those of the controls that the year has, after waiting for whoever is adding some. */
  Set<String> lockAndFind(int fiscalYear, List<LibraryControl> controls) {
    return onConnection(
        connection -> {
          try (var lock = connection.prepareStatement(LOCK)) {
            lock.setString(1, "/" + fiscalYear);
            lock.execute();
          }
          try (var select = connection.prepareStatement(PRESENT)) {
            select.setInt(1, fiscalYear);
            select.setArray(2, texts(connection, controls.stream().map(c -> c.controlId())));
            return readIds(select);
          }
        });
  }

  /** Adds controls that the year has not; gives the id of the application they came with. */
  UUID add(
      int fiscalYear, String version, List<LibraryControl> controls, UUID person, Instant now) {
    UUID application = ids.generate();
    var at = now.atOffset(ZoneOffset.UTC);
    return onConnection(
        connection -> {
          try (var insert = connection.prepareStatement(APPLICATION)) {
            insert.setObject(1, application);
            insert.setInt(2, fiscalYear);
            insert.setString(3, version);
            insert.setObject(4, person);
            insert.setObject(5, at);
            insert.executeUpdate();
          }
          try (var insert = connection.prepareStatement(CONTROLS)) {
            insert.setObject(1, application);
            insert.setInt(2, fiscalYear);
            insert.setString(3, version);
            insert.setObject(4, at);
            insert.setArray(5, uuids(connection, controls.stream().map(c -> ids.generate())));
            insert.setArray(6, texts(connection, controls.stream().map(c -> c.controlId())));
            insert.setArray(7, texts(connection, controls.stream().map(c -> c.domain().name())));
            insert.setArray(
                8,
                connection.createArrayOf(
                    "boolean", controls.stream().map(LibraryControl::key).toArray()));
            insert.setArray(9, texts(connection, controls.stream().map(c -> c.risk().name())));
            insert.executeUpdate();
          }
          return application;
        });
  }

  /** Links the controls to the systems; gives how many links are new. */
  int link(int fiscalYear, List<LibraryControl> controls, List<UUID> systems) {
    return onConnection(
        connection -> {
          try (var insert = connection.prepareStatement(SYSTEMS)) {
            insert.setArray(1, uuids(connection, systems.stream()));
            insert.setInt(2, fiscalYear);
            insert.setArray(3, texts(connection, controls.stream().map(c -> c.controlId())));
            return insert.executeUpdate();
          }
        });
  }

  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private <T> T onConnection(Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      return work.on(connection);
    } catch (SQLException failed) {
      throw new YearNotWritten(failed);
    }
  }

  private static Set<String> readIds(PreparedStatement select) throws SQLException {
    Set<String> found = new TreeSet<>();
    try (var row = select.executeQuery()) {
      while (row.next()) {
        found.add(row.getString(1));
      }
    }
    return found;
  }

  private static java.sql.Array texts(Connection connection, Stream<String> values)
      throws SQLException {
    return connection.createArrayOf("text", values.toArray());
  }

  private static java.sql.Array uuids(Connection connection, Stream<UUID> values)
      throws SQLException {
    return connection.createArrayOf("uuid", values.toArray());
  }
}
