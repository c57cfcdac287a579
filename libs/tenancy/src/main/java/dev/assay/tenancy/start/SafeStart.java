package dev.assay.tenancy.start;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;

/** Refuses to start where a start would be unsafe (design: data at rest). */
@ApplicationScoped
class SafeStart {

  private static final String SECRET_NAMES = "assay\\..*(password|secret|secret-key)";
  private static final String DATABASE_SETTINGS = "assay.postgres.";

  /** Whoever owns a table, or may bypass policies, is not held by them. */
  private static final String TOO_MIGHTY =
      """
      select r.rolsuper or r.rolbypassrls or exists (
               select from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p', 'v'))
      from pg_roles r where r.rolname = current_user
      """;

  private final Config config;
  private final Instance<DataSource> dataSources;

  SafeStart(Config config, Instance<DataSource> dataSources) {
    this.config = config;
    this.dataSources = dataSources;
  }

  void check(@Observes StartupEvent start) throws SQLException {
    List<String> reasons = new ArrayList<>();
    if (text("assay.environment").equals(Optional.of("production"))) {
      reasons.addAll(settings().unsafe());
    }
    if (roleIsTooMighty()) {
      reasons.add("The database role owns tables or bypasses row-level security.");
    }
    if (!reasons.isEmpty()) {
      throw new UnsafeStart(reasons);
    }
  }

  private StartSettings settings() {
    Optional<StartSettings.Database> database = database();
    List<String> secrets = new ArrayList<>();
    for (String name : config.getPropertyNames()) {
      if (name.matches(SECRET_NAMES)
          && (database.isPresent() || !name.startsWith(DATABASE_SETTINGS))) {
        text(name).ifPresent(secrets::add);
      }
    }
    return new StartSettings(text("assay.oidc.issuer").orElse(""), database, secrets);
  }

  private Optional<StartSettings.Database> database() {
    return dataSources.isUnsatisfied()
        ? Optional.empty()
        : Optional.of(
            new StartSettings.Database(
                text("quarkus.datasource.jdbc.url").orElse(""),
                config
                    .getOptionalValue("quarkus.flyway.migrate-at-start", Boolean.class)
                    .orElse(false)));
  }

  private Optional<String> text(String name) {
    return config.getOptionalValue(name, String.class);
  }

  private boolean roleIsTooMighty() throws SQLException {
    for (DataSource dataSource : dataSources) {
      try (var connection = dataSource.getConnection();
          var statement = connection.prepareStatement(TOO_MIGHTY);
          var row = statement.executeQuery()) {
        if (row.next() && row.getBoolean(1)) {
          return true;
        }
      }
    }
    return false;
  }
}
