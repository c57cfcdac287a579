package dev.assay.tenancy.start;

import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
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

  private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

  private final TenantConfigBean tenants;
  private final AtomicLong lastTry = new AtomicLong(System.nanoTime() - PAUSE_NANOS);

  SignInKeys(TenantConfigBean tenants) {
    this.tenants = tenants;
  }

  @Override
  public HealthCheckResponse call() {
    TenantConfigContext realm = tenants.getDefaultTenant();
    long last = lastTry.get();
    long now = System.nanoTime();
    if (!realm.ready() && now - last >= PAUSE_NANOS && lastTry.compareAndSet(last, now)) {
      // A look is a try, so that a service that started before Keycloak finds it.
      realm
          .initialize()
          .subscribe()
          .with(found -> {}, missing -> LOG.debug("Keycloak is not there yet", missing));
    }
    return HealthCheckResponse.named("sign-in keys").status(realm.ready()).build();
  }
}
