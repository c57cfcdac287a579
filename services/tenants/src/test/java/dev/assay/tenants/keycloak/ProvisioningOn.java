package dev.assay.tenants.keycloak;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The service as it is in production: with its workers. */
public final class ProvisioningOn implements QuarkusTestResourceLifecycleManager {

  @Override
  public int order() {
    return 20;
  }

  @Override
  public Map<String, String> start() {
    return Map.of("assay.provisioning.enabled", "true", "assay.sign-in-drift.every", "1h");
  }

  @Override
  public void stop() {
    // It started nothing.
  }
}
