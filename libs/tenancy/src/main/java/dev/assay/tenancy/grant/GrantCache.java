package dev.assay.tenancy.grant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Remembers answers for ten seconds, so that a revoked grant is off everywhere within them. A grant
 * that ends sooner is not used past its end.
 */
@ApplicationScoped
class GrantCache {

  private static final Duration TIME_TO_LIVE = Duration.ofSeconds(10);
  private static final int MOST = 50_000;

  private record Key(String subject, String authorizedParty, GrantPlace place) {}

  private final GrantSource source;
  private final Clock clock;
  private final Cache<Key, Optional<EffectiveGrant>> answers =
      Caffeine.newBuilder().expireAfterWrite(TIME_TO_LIVE).maximumSize(MOST).build();

  GrantCache(GrantSource source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  /** The caller's grant in this place, at most ten seconds old, or asked for anew. */
  Optional<EffectiveGrant> find(Token token, GrantPlace place, boolean fresh) {
    var key = new Key(token.subject(), token.authorizedParty(), place);
    boolean remember = source.mayBeRemembered();
    Optional<EffectiveGrant> known = fresh || !remember ? null : answers.getIfPresent(key);
    if (known == null) {
      known = source.find(token, place);
      if (remember) {
        answers.put(key, known);
      }
    }
    return known.filter(
        grant -> grant.validUntil() == null || clock.instant().isBefore(grant.validUntil()));
  }
}
