package dev.assay.tenancy.start;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The settings that decide whether a start is safe.
 *
 * @param issuer Keycloak's realm address
 * @param database how the service reaches its database; empty when it has none
 * @param secrets every password and secret key the service uses
 */
record StartSettings(String issuer, Optional<Database> database, List<String> secrets) {

  /**
   * A service's way to its database.
   *
   * @param url JDBC address
   * @param migrates whether this process was given the owner's role to migrate the schema
   */
  record Database(String url, boolean migrates) {}

  /** Marks a default that is only good on a developer's own machine. */
  static final String LOCAL_ONLY = "local-only";

  /** What makes a production start unsafe, one sentence each; empty when nothing does. */
  List<String> unsafe() {
    return Stream.of(
            issuer.startsWith("https://") ? "" : "assay.oidc.issuer must be an https address.",
            database.isEmpty() || database.get().url().contains("sslmode=verify-full")
                ? ""
                : "The database address must say sslmode=verify-full.",
            secrets.contains(LOCAL_ONLY)
                ? "A password still has its local default; give each one its own."
                : "",
            database.isPresent() && database.get().migrates()
                ? "quarkus.flyway.migrate-at-start must be false: a separate job migrates as owner."
                : "")
        .filter(reason -> !reason.isEmpty())
        .toList();
  }
}
