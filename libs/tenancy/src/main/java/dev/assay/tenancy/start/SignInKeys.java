package dev.assay.tenancy.start;

import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Ready once Keycloak's keys are known. Later outages of Keycloak do not unready a service: tokens
 * signed with known keys go on working.
 */
@Readiness
@ApplicationScoped
class SignInKeys implements HealthCheck {

  private static final Logger LOG = Logger.getLogger(SignInKeys.class);

  private final TenantConfigBean tenants;

  SignInKeys(TenantConfigBean tenants) {
    this.tenants = tenants;
  }

  @Override
  public HealthCheckResponse call() {
    TenantConfigContext realm = tenants.getDefaultTenant();
    if (!realm.ready()) {
      // Each look is a try, so that a service that started before Keycloak finds it.
      realm
          .initialize()
          .subscribe()
          .with(found -> {}, missing -> LOG.debug("Keycloak is not there yet", missing));
    }
    return HealthCheckResponse.named("sign-in keys").status(realm.ready()).build();
  }
}
