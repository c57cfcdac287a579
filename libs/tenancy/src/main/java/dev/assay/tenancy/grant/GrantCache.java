package dev.assay.tenancy.grant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remembers answers for a little less than ten seconds, so that a revoked grant is off everywhere
 * within them. A grant that ends sooner is not used past its end.
 */
@ApplicationScoped
class GrantCache {

  /** Two seconds less than promised: for requests that passed the check at the last moment. */
  static final Duration TIME_TO_LIVE = Duration.ofSeconds(8);

  private static final int MOST = 50_000;

  private record Key(String subject, String authorizedParty, GrantPlace place) {}

  /**
   * An answer counts as old as its question: it may have been true only then, however long it took
   * to arrive. Both clocks must find it young, so that setting the time neither keeps nor loses a
   * revocation.
   */
  private record Answer(Optional<EffectiveGrant> grant, Instant asked, long askedNanos) {

    boolean isYoung(Instant now, long nanos) {
      return nanos - askedNanos < TIME_TO_LIVE.toNanos()
          && !now.isBefore(asked)
          && now.isBefore(asked.plus(TIME_TO_LIVE));
    }
  }

  private final GrantSource source;
  private final Clock clock;
  private final Ticker ticker;
  private final Cache<Key, Answer> answers;

  @Inject
  GrantCache(GrantSource source, Clock clock) {
    this(source, clock, Ticker.systemTicker());
  }

  GrantCache(GrantSource source, Clock clock, Ticker ticker) {
    this.source = source;
    this.clock = clock;
    this.ticker = ticker;
    this.answers =
        Caffeine.newBuilder()
            .expireAfterWrite(TIME_TO_LIVE)
            .ticker(ticker)
            .maximumSize(MOST)
            .build();
  }

  /** The caller's grant in this place, at most eight seconds old, or asked for anew. */
  Optional<EffectiveGrant> find(Token token, GrantPlace place, boolean fresh) {
    if (!source.mayBeRemembered()) {
      return inForce(source.find(token, place));
    }
    var key = new Key(token.subject(), token.authorizedParty(), place);
    Answer known = fresh ? null : youngAnswer(key);
    if (known == null) {
      Instant asked = clock.instant();
      long askedNanos = ticker.read();
      known = new Answer(source.find(token, place), asked, askedNanos);
      // An answer that was overtaken on its way does not replace a later one.
      answers
          .asMap()
          .merge(key, known, (old, late) -> late.askedNanos() < old.askedNanos() ? old : late);
    }
    return inForce(known.grant());
  }

  private @Nullable Answer youngAnswer(Key key) {
    Answer known = answers.getIfPresent(key);
    return known != null && known.isYoung(clock.instant(), ticker.read()) ? known : null;
  }

  private Optional<EffectiveGrant> inForce(Optional<EffectiveGrant> answer) {
    return answer.filter(
        grant -> grant.validUntil() == null || clock.instant().isBefore(grant.validUntil()));
  }
}
