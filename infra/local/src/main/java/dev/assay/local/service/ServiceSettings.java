package dev.assay.local.service;

import dev.assay.local.keycloak.Keycloak;
import dev.assay.local.layout.Layout;
import dev.assay.local.objectstore.StoreAccess;
import java.util.Map;
import java.util.TreeMap;

/**
 * The one place that says what a service is told through its environment. The launcher starts
 * services with it, and docker-compose.yml is checked against it.
 */
public final class ServiceSettings {
  /** Marked as local by its value; services refuse it in production. */
  public static final String DATABASE_PASSWORD = "local-only";

  /**
   * The realm's person "operator", whom an empty tenants database makes its first platform
   * operator.
   */
  public static final String FIRST_OPERATOR = "00000000-0000-4000-8000-000000000001";

  /** Marked as local by its value; tenants refuses it in production. */
  private static final String MAIL_HASH_SECRET = "local-only";

  private ServiceSettings() {}

  /** As the launcher starts it: everything on loopback, with this stack's ports. */
  public static Map<String, String> environment(Service service, Layout layout, StoreAccess store) {
    var urls = new TreeMap<Service, String>();
    for (Service other : Service.values()) {
      urls.put(other, other.url(layout).toString());
    }
    return environment(
        service,
        new Surroundings(
            "127.0.0.1",
            layout.ports().service(service.port()),
            "127.0.0.1",
            layout.ports().postgres(),
            Keycloak.issuer(layout),
            store,
            urls));
  }

  /** As any runner starts it, from where each thing is in that runner's world. */
  public static Map<String, String> environment(Service service, Surroundings around) {
    var environment = new TreeMap<String, String>();
    environment.put("ASSAY_ENVIRONMENT", "local");
    environment.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
    // Being asked for readiness while not yet ready is what starting is: no news for the log.
    environment.put("QUARKUS_LOG_CATEGORY__IO_SMALLRYE_HEALTH__LEVEL", "WARN");
    environment.put("QUARKUS_HTTP_HOST", around.listen());
    environment.put("QUARKUS_HTTP_PORT", String.valueOf(around.port()));
    environment.put("ASSAY_POSTGRES_HOST", around.postgresHost());
    environment.put("ASSAY_POSTGRES_PORT", String.valueOf(around.postgresPort()));
    for (String role : new String[] {"OWNER", "APP", "RELAY"}) {
      environment.put("ASSAY_POSTGRES_" + role + "_PASSWORD", DATABASE_PASSWORD);
    }
    environment.put("ASSAY_OIDC_ISSUER", around.issuer());
    around.urls().forEach((other, url) -> environment.put("ASSAY_" + other.name() + "_URL", url));
    if (service == Service.TENANTS) {
      environment.put("ASSAY_BOOTSTRAP_OPERATOR_SUBJECT", FIRST_OPERATOR);
      environment.put("ASSAY_KEYCLOAK_SECRET", Keycloak.TENANTS_SECRET);
      environment.put("ASSAY_INVITATIONS_MAIL_HASH_SECRET", MAIL_HASH_SECRET);
      // It compares the running realm with the realm file as this Keycloak was given it.
      environment.putAll(Keycloak.realm());
    }
    if (service.needsStore()) {
      var store = around.store();
      environment.put("ASSAY_STORE_ENDPOINT", store.endpoint().toString());
      environment.put("ASSAY_STORE_REGION", store.region());
      environment.put("ASSAY_STORE_EVIDENCE_BUCKET", store.evidenceBucket());
      environment.put("ASSAY_STORE_EVIDENCE_ACCESS_KEY", store.upload().access());
      environment.put("ASSAY_STORE_EVIDENCE_SECRET_KEY", store.upload().secret());
    }
    return environment;
  }

  /** Where a service finds everything, seen from where it runs. */
  public record Surroundings(
      String listen,
      int port,
      String postgresHost,
      int postgresPort,
      String issuer,
      StoreAccess store,
      Map<Service, String> urls) {}
}
