package dev.assay.tenants.drift;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.tenants.keycloak.RealmReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Objects;
import org.eclipse.microprofile.config.Config;

/** Compares the realm file that this release comes with to the realm that is running. */
@ApplicationScoped
class SignInDrift {

  private static final String FILE = "/sign-in/assay-realm.json";

  private final DeclaredRealm declared;
  private final RunningRealm running;
  private final Clock clock;

  SignInDrift(RealmReader reader, ObjectMapper json, Config config, Clock clock) {
    this.running = new RunningRealm(reader);
    this.clock = clock;
    try (var file = Objects.requireNonNull(SignInDrift.class.getResourceAsStream(FILE))) {
      this.declared =
          new DeclaredRealm(
              Placeholders.replaced(
                  json.readTree(file), name -> config.getOptionalValue(name, String.class)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Compares now; takes a dozen calls. */
  SignInDriftResponse compare() {
    var differences = RealmFacts.between(declared.facts(), running.facts(declared));
    return new SignInDriftResponse(clock.instant(), differences, declared.notCompared());
  }
}
