package dev.assay.tenants.world;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** A real PostgreSQL with the roles that the service has everywhere, and a key for tokens. */
public final class WorldResource implements QuarkusTestResourceLifecycleManager {

  static final String PORT = "assay.test.postgres-port";

  private EmbeddedPostgres postgres;

  @Override
  public Map<String, String> start() {
    try {
      postgres =
          EmbeddedPostgres.builder().setServerConfig("listen_addresses", "127.0.0.1").start();
      bootstrap();
      System.setProperty(PORT, Integer.toString(postgres.getPort()));
      Map<String, String> settings = new HashMap<>();
      settings.put("assay.environment", "test");
      settings.put("assay.postgres.port", Integer.toString(postgres.getPort()));
      settings.put("assay.bootstrap.operator-subject", Tokens.OPERATOR);
      settings.put("quarkus.oidc.auth-server-url", "");
      settings.put("quarkus.oidc.public-key", Tokens.newPublicKey());
      settings.put("quarkus.oidc.token.issuer", Tokens.ISSUER);
      return settings;
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }

  private void bootstrap() throws IOException, SQLException {
    String script =
        Files.readString(Path.of("../../infra/postgres/service-database.sql"))
            .replace("${service}", "tenants")
            .replaceAll("\\$\\{(owner|app|relay)_password}", "local-only");
    String[] parts = script.split("-- ;; database\n", -1);
    run("postgres", parts[0]);
    run("tenants", parts[1]);
  }

  private void run(String database, String script) throws SQLException {
    try (var connection = DriverManager.getConnection(postgres.getJdbcUrl("postgres", database));
        var statement = connection.createStatement()) {
      for (String one : script.split("\n-- ;;\n", -1)) {
        statement.execute(one);
      }
    }
  }

  @Override
  public void stop() {
    try {
      if (postgres != null) {
        postgres.close();
      }
    } catch (IOException gone) {
      throw new IllegalStateException(gone);
    }
  }
}
