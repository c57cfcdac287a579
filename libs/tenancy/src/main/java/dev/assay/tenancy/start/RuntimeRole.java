package dev.assay.tenancy.start;

import dev.assay.http.outage.Outages;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** The database role that the service runs as. */
@ApplicationScoped
class RuntimeRole {

  /** Whoever owns a table, or may bypass policies, is not held by them. */
  private static final String TOO_MIGHTY =
      """
      select r.rolsuper or r.rolbypassrls or exists (
               select from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p', 'v'))
      from pg_roles r where r.rolname = current_user
      """;

  /** A start may find the machine busy; what a request may not wait for, a start may. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration PAUSE = Duration.ofMillis(250);

  /** Whether policies would not hold this role. */
  boolean isTooMighty(DataSource dataSource) {
    long begun = System.nanoTime();
    while (true) {
      try {
        return ask(dataSource);
      } catch (SQLException failed) {
        boolean patient = System.nanoTime() - begun < PATIENCE.toNanos();
        if (!patient || Outages.in(failed).isEmpty()) {
          throw new IllegalStateException("the database role could not be checked", failed);
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  private static boolean ask(DataSource dataSource) throws SQLException {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(TOO_MIGHTY);
        var row = statement.executeQuery()) {
      return row.next() && row.getBoolean(1);
    }
  }
}
