package dev.assay.tenants.world;

import dev.assay.testing.outage.Outage;
import dev.assay.testing.stack.PostgresResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A real PostgreSQL with the roles that the service has everywhere, behind something that can play
 * it dead, and the first operator.
 */
public final class WorldResource implements QuarkusTestResourceLifecycleManager {

  private final PostgresResource postgres = new PostgresResource();
  private Outage outage;

  @Override
  public Map<String, String> start() {
    postgres.init(Map.of("service", "tenants"));
    Map<String, String> settings = new HashMap<>(postgres.start());
    outage = Outage.before(Integer.parseInt(settings.get("assay.postgres.port")));
    settings.put("assay.postgres.port", Integer.toString(outage.port()));
    settings.put("assay.bootstrap.operator-subject", Tokens.OPERATOR);
    // Nobody listens there: a stack that runs on this machine is never touched.
    settings.put("assay.oidc.issuer", "http://127.0.0.1:9/realms/nobody");
    settings.put("assay.provisioning.enabled", "false");
    return settings;
  }

  /** A type of the JDK's own, because the test classes are loaded a second time. */
  @Override
  public void inject(TestInjector injector) {
    Consumer<String> control = this::play;
    injector.injectIntoFields(
        control, new TestInjector.AnnotatedAndMatchesType(PlaysOutage.class, Consumer.class));
  }

  private void play(String mode) {
    switch (mode) {
      case "hang" -> outage.hang();
      case "die" -> outage.die();
      default -> outage.end();
    }
  }

  @Override
  public void stop() {
    if (outage != null) {
      outage.close();
    }
    postgres.stop();
  }
}
