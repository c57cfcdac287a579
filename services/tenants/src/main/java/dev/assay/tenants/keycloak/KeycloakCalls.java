package dev.assay.tenants.keycloak;

import dev.assay.tenancy.scope.OutsideTransactions;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Calls with the token of this service's own account, each with its time limit and outside of any
 * transaction. The token is fetched here rather than by a filter, whose wait for a Keycloak that
 * hangs would have no limit.
 */
@ApplicationScoped
class KeycloakCalls {

  private static final Duration CONNECT = Duration.ofMillis(500);

  /** Sending mail is part of one call. */
  private static final Duration ANSWER = Duration.ofSeconds(5);

  /** Somebody waits for what is only read. */
  private static final Duration READING = Duration.ofMillis(1200);

  /** A token is not used in its last seconds. */
  private static final Duration SPARE = Duration.ofSeconds(30);

  private final KeycloakSettings settings;
  private final OutsideTransactions outside;
  private final KeycloakApi api;
  private final RealmApi realmApi;
  private volatile @Nullable Held held;

  private record Held(String bearer, long goodUntilNanos) {}

  KeycloakCalls(KeycloakSettings settings, OutsideTransactions outside) {
    this.settings = settings;
    this.outside = outside;
    this.api = client(KeycloakApi.class, ANSWER);
    this.realmApi = client(RealmApi.class, READING);
  }

  private <T> T client(Class<T> api, Duration limit) {
    return QuarkusRestClientBuilder.newBuilder()
        .baseUri(settings.address())
        .connectTimeout(CONNECT.toMillis(), TimeUnit.MILLISECONDS)
        .readTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
        .build(api);
  }

  @PreDestroy
  void stop() throws Exception {
    for (Object client : List.of(api, realmApi)) {
      if (client instanceof AutoCloseable open) {
        open.close();
      }
    }
  }

  /**
   * One call.
   *
   * @return what Keycloak answered
   * @throws WebApplicationException for a 4xx that says something about what was asked
   * @throws KeycloakUnavailable for everything that may be otherwise later
   */
  <T> T call(String what, Function<Authorized, T> call) {
    outside.require("Keycloak");
    try {
      return call.apply(new Authorized(api, realmApi, bearer(), settings.realm()));
    } catch (WebApplicationException answered) {
      throw judged(what, answered);
    } catch (ProcessingException silent) {
      throw new KeycloakUnavailable(what + ": no answer", silent);
    }
  }

  /**
   * The interfaces with what every call needs.
   *
   * @param bearer the Authorization header
   */
  record Authorized(KeycloakApi api, RealmApi realmApi, String bearer, String realm) {
    /** Never shows the token. */
    @Override
    public String toString() {
      return "Authorized[" + realm + "]";
    }
  }

  private RuntimeException judged(String what, WebApplicationException answered) {
    int status = answered.getResponse().getStatus();
    return switch (status) {
      case 400, 404, 409 -> answered;
      case 401 -> {
        // It was taken back, or Keycloak began anew; the next try fetches another.
        held = null;
        yield new KeycloakUnavailable(what + ": token refused", null);
      }
      default -> new KeycloakUnavailable(what + ": status " + status, null);
    };
  }

  private String bearer() {
    Held known = held;
    if (known != null && known.goodUntilNanos() - System.nanoTime() > 0) {
      return known.bearer();
    }
    long asked = System.nanoTime();
    KeycloakApi.Granted granted;
    try {
      granted =
          api.token(
              settings.realm(), "client_credentials", KeycloakSettings.CLIENT, settings.secret());
    } catch (WebApplicationException refused) {
      throw new KeycloakUnavailable(
          "get a token: status " + refused.getResponse().getStatus(), null);
    }
    Duration good = Duration.ofSeconds(granted.expiresInSeconds()).minus(SPARE);
    var fresh = new Held("Bearer " + granted.accessToken(), asked + good.toNanos());
    held = fresh;
    return fresh.bearer();
  }
}
