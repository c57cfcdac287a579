package dev.assay.tenancy.grant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.assay.http.problem.ExceptionMappers;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * The verified token of the current request, from an application that may call us.
 *
 * <p>What was verified is remembered for ten seconds, never past its expiry, under the whole header
 * that carried it: verifying and unpacking is a quarter of a small read's work, and callers send
 * the same token again and again. Only verified tokens are remembered, and nothing but the same
 * bytes finds one.
 */
@ApplicationScoped
class Tokens {

  /** Verification is local; only the first fetch of Keycloak's keys takes time. */
  private static final Duration PATIENCE = Duration.ofMillis(1800);

  private static final Duration REMEMBERED = Duration.ofSeconds(10);
  private static final int MOST = 10_000;

  private record Verified(Token token, Instant expiry) {}

  private final CurrentIdentityAssociation association;
  private final Set<String> authorizedParties;
  private final Clock clock;
  private final Cache<String, Verified> known;

  Tokens(
      CurrentIdentityAssociation association,
      @ConfigProperty(name = "assay.oidc.authorized-parties") Set<String> authorizedParties,
      Clock clock) {
    this.association = association;
    this.authorizedParties = authorizedParties;
    this.clock = clock;
    this.known =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfter(Expiry.<String, Verified>creating((header, it) -> remembered(it)))
            .build();
  }

  /**
   * The caller's token.
   *
   * @param header the request's Authorization header
   */
  Token verified(@Nullable String header) {
    Verified before = header == null ? null : known.getIfPresent(header);
    if (before != null && clock.instant().isBefore(before.expiry())) {
      return before.token();
    }
    Verified now = verify();
    if (header != null) {
      known.put(header, now);
    }
    return now.token();
  }

  private Verified verify() {
    SecurityIdentity identity = association.getDeferredIdentity().await().atMost(PATIENCE);
    if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken jwt)) {
      throw ExceptionMappers.unauthenticated();
    }
    String authorizedParty = jwt.getClaim("azp");
    if (authorizedParty == null
        || !authorizedParties.contains(authorizedParty)
        || jwt.getSubject() == null) {
      throw ExceptionMappers.unauthenticated();
    }
    return new Verified(
        new Token(jwt.getSubject(), authorizedParty, level(jwt), jwt.getRawToken()),
        Instant.ofEpochSecond(jwt.getExpirationTime()));
  }

  private Duration remembered(Verified verified) {
    Duration left = Duration.between(clock.instant(), verified.expiry());
    return left.isNegative() ? Duration.ZERO : left.compareTo(REMEMBERED) < 0 ? left : REMEMBERED;
  }

  private static int level(JsonWebToken jwt) {
    Object acr = jwt.getClaim("acr");
    return acr == null ? 0 : "2".equals(acr.toString()) ? 2 : 1;
  }
}
