package dev.assay.testing.stack;

import dev.assay.local.postgres.Postgres;
import dev.assay.testing.outage.Outage;
import dev.assay.testing.outage.PartOutage;
import dev.assay.testing.token.TestTokens;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of its own for one service's tests, with the service's database and roles made as in
 * production, and the key that test tokens are signed with. The service runs as its app role,
 * behind an {@link Outage}; tests themselves connect past it.
 *
 * <p>Init argument: {@code service}, the service's name.
 */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {

  /** The name of its {@link PartOutage}. */
  public static final String PART = "postgres";

  private static final String PASSWORD = "test-only";

  private String service = "";
  private @Nullable TestParts parts;
  private @Nullable Outage outage;

  @Override
  public void init(Map<String, String> arguments) {
    service = arguments.getOrDefault("service", "");
    if (service.isEmpty()) {
      throw new IllegalArgumentException("name the service under test");
    }
  }

  @Override
  public Map<String, String> start() {
    TestParts started = TestParts.of("postgres");
    parts = started;
    try {
      var postgres = new Postgres(started.layout(), started.secrets(), started.unprivileged());
      postgres.start(started.book());
      postgres.serviceDatabase(service, PASSWORD);
      logStatements(postgres);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while starting PostgreSQL", stopped);
    } catch (SQLException failed) {
      throw new IllegalStateException("PostgreSQL could not be prepared", failed);
    }
    String port = Integer.toString(started.layout().ports().postgres());
    TestDatabase.announce(
        service,
        port,
        PASSWORD,
        started.secrets().postgresSuperuser(),
        started.layout().log(Postgres.NAME));
    Map<String, String> config = new HashMap<>(TestTokens.start());
    config.put("assay.environment", "test");
    config.put("assay.postgres.host", "127.0.0.1");
    Outage before = PartOutage.standBefore(PART, started.layout().ports().postgres());
    outage = before;
    config.put("assay.postgres.port", Integer.toString(before.port()));
    config.put("assay.postgres.app-password", PASSWORD);
    config.put("assay.postgres.owner-password", PASSWORD);
    return config;
  }

  /** The server's own log is the one place that sees every statement, whoever sends it. */
  private static void logStatements(Postgres postgres) throws SQLException {
    try (Connection superuser = postgres.superuser("postgres");
        var statement = superuser.createStatement()) {
      statement.execute("alter system set log_statement = 'all'");
      statement.execute("alter system set log_line_prefix = '@%u@ '");
      statement.execute("select pg_reload_conf()");
    }
  }

  @Override
  public void stop() {
    if (outage != null) {
      outage.close();
    }
    if (parts != null) {
      parts.close();
    }
  }
}
