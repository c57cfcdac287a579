package dev.assay.tenants.drift;

import dev.assay.tenants.keycloak.KeycloakUnavailable;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Looks for drift now and then and says so in the log. It decides nothing: a service whose realm
 * has drifted goes on, and readiness does not ask.
 */
@ApplicationScoped
class DriftWatch {

  private static final Logger LOG = Logger.getLogger(DriftWatch.class);

  private final SignInDrift drift;
  private final boolean enabled;

  DriftWatch(
      SignInDrift drift,
      @ConfigProperty(name = "assay.provisioning.enabled", defaultValue = "true") boolean enabled) {
    this.drift = drift;
    this.enabled = enabled;
  }

  @Scheduled(
      every = "{assay.sign-in-drift.every}",
      delayed = "30s",
      concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void look() {
    if (!enabled) {
      return;
    }
    try {
      var differences = drift.compare().differences();
      if (!differences.isEmpty()) {
        LOG.warnf(
            "The running realm is not as declared in %d places: %s",
            differences.size(),
            differences.stream().map(Difference::path).collect(Collectors.joining(", ")));
      }
    } catch (KeycloakUnavailable later) {
      LOG.debugf("The realms could not be compared: %s", later.getMessage());
    }
  }
}
