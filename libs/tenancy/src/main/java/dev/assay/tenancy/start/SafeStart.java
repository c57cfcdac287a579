package dev.assay.tenancy.start;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
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

  private final Config config;
  private final Instance<DataSource> dataSources;
  private final RuntimeRole role;

  SafeStart(Config config, Instance<DataSource> dataSources, RuntimeRole role) {
    this.config = config;
    this.dataSources = dataSources;
    this.role = role;
  }

  void check(@Observes StartupEvent start) {
    List<String> reasons = new ArrayList<>();
    if (text("assay.environment").equals(Optional.of("production"))) {
      reasons.addAll(settings().unsafe());
    }
    if (!dataSources.isUnsatisfied() && role.isTooMighty(dataSources.get())) {
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
}
