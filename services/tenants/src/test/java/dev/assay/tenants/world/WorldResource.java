package dev.assay.tenants.world;

import dev.assay.testing.stack.PostgresResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** A real PostgreSQL with the roles that the service has everywhere, and the first operator. */
public final class WorldResource implements QuarkusTestResourceLifecycleManager {

  private final PostgresResource postgres = new PostgresResource();

  @Override
  public Map<String, String> start() {
    postgres.init(Map.of("service", "tenants"));
    Map<String, String> settings = new HashMap<>(postgres.start());
    settings.put("assay.bootstrap.operator-subject", Tokens.OPERATOR);
    // Nobody listens there: a stack that runs on this machine is never touched.
    settings.put("assay.oidc.issuer", "http://127.0.0.1:9/realms/nobody");
    settings.put("assay.provisioning.enabled", "false");
    return settings;
  }

  @Override
  public void stop() {
    postgres.stop();
  }
}
