package dev.assay.tenancy.grant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remembers answers for a little less than ten seconds, so that a revoked grant is off everywhere
 * within them. A grant that ends sooner is not used past its end.
 */
@ApplicationScoped
class GrantCache {

  /**
   * Counted from the question, not from its answer: what {@code tenants} read, it read after it was
   * asked, so a slow answer is not trusted for longer. The two seconds left are for requests that
   * passed the check at the last moment.
   */
  static final Duration TIME_TO_LIVE = Duration.ofSeconds(8);

  private static final int MOST = 50_000;

  private record Key(String subject, String authorizedParty, GrantPlace place) {}

  /**
   * What was answered.
   *
   * @param askedAt when the question was asked, by the ticker
   */
  private record Answer(Optional<EffectiveGrant> grant, long askedAt) {}

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

  /** The caller's grant in this place, less than ten seconds old, or asked for anew. */
  Optional<EffectiveGrant> find(Token token, GrantPlace place, boolean fresh) {
    var key = new Key(token.subject(), token.authorizedParty(), place);
    Answer known = fresh || !source.mayBeRemembered() ? null : remembered(key);
    if (known == null) {
      known = ask(key, token, place);
    }
    return known
        .grant()
        .filter(
            grant -> grant.validUntil() == null || clock.instant().isBefore(grant.validUntil()));
  }

  private @Nullable Answer remembered(Key key) {
    Answer known = answers.getIfPresent(key);
    boolean young = known != null && ticker.read() - known.askedAt() < TIME_TO_LIVE.toNanos();
    return young ? known : null;
  }

  private Answer ask(Key key, Token token, GrantPlace place) {
    long askedAt = ticker.read();
    var answer = new Answer(source.find(token, place), askedAt);
    if (source.mayBeRemembered()) {
      // An answer that was overtaken on its way does not replace a later one.
      answers
          .asMap()
          .merge(key, answer, (old, late) -> late.askedAt() - old.askedAt() < 0 ? old : late);
    }
    return answer;
  }
}
