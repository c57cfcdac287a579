package dev.assay.testing.stack;

import dev.assay.local.keycloak.Keycloak;
import dev.assay.local.layout.Progress;
import dev.assay.local.postgres.Postgres;
import dev.assay.local.process.Maven;
import dev.assay.testing.outage.Outage;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A real Keycloak with the realm of {@code infra/keycloak}, behind an {@link Outage} that tests may
 * switch, and a mail server that keeps what Keycloak sends. It takes ten seconds or more to start:
 * for tests of what only Keycloak can answer. Tokens of other tests stay those of {@link
 * dev.assay.testing.token.TestTokens}.
 */
public final class KeycloakResource implements QuarkusTestResourceLifecycleManager {

  private @Nullable TestParts parts;
  private @Nullable MailCatcher mails;
  private @Nullable Outage outage;

  /** After a service's own resources, whose issuer it replaces. */
  @Override
  public int order() {
    return 10;
  }

  @Override
  public Map<String, String> start() {
    TestParts started = TestParts.of("keycloak");
    parts = started;
    Path inbox = started.layout().state().resolve("mails");
    mails = MailCatcher.into(inbox);
    var quiet = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    try (var progress = new Progress(quiet)) {
      var postgres = new Postgres(started.layout(), started.secrets(), started.unprivileged());
      postgres.start(started.book());
      postgres.keycloakDatabase();
      var maven = new Maven(started.layout(), started.book());
      var keycloak = new Keycloak(started.layout(), started.secrets(), started.book(), maven);
      keycloak.prepare(progress);
      keycloak.start(Map.of("ASSAY_SMTP_PORT", Integer.toString(mails.port())));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while starting Keycloak", stopped);
    }
    outage = Outage.before(started.layout().ports().keycloak());
    TestKeycloak.announce(Keycloak.url(started.layout()), started.secrets().keycloakAdmin(), inbox);
    return Map.of(
        "assay.oidc.issuer",
        "http://127.0.0.1:" + outage.port() + "/realms/assay",
        "assay.keycloak.secret",
        Keycloak.TENANTS_SECRET,
        "ASSAY_DIRECT_GRANTS",
        "true",
        "ASSAY_SMTP_PORT",
        Integer.toString(mails.port()));
  }

  /**
   * Injects the switch: {@code hang}, {@code die} or {@code end}. A type of the JDK's own, because
   * test classes are loaded a second time.
   */
  @Override
  public void inject(TestInjector injector) {
    Consumer<String> play = this::play;
    injector.injectIntoFields(
        play, new TestInjector.AnnotatedAndMatchesType(PlaysKeycloak.class, Consumer.class));
  }

  private void play(String mode) {
    Outage before = Objects.requireNonNull(outage);
    switch (mode) {
      case "hang" -> before.hang();
      case "die" -> before.die();
      default -> before.end();
    }
  }

  @Override
  public void stop() {
    if (outage != null) {
      outage.close();
    }
    if (parts != null) {
      parts.close();
    }
    if (mails != null) {
      mails.close();
    }
  }
}
