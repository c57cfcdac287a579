package dev.assay.tenancy.grant;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.assay.tenancy.permission.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrantCacheTest {

  private static final UUID CLIENT = new UUID(2, 1);
  private static final GrantPlace PLACE = new GrantPlace.OfClient(CLIENT);
  private static final Token TOKEN = new Token("somebody", "assay-cli", 1, "raw");
  private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

  private final SettableTime time = new SettableTime();
  private final Tenants tenants = new Tenants();
  private final GrantCache cache = new GrantCache(tenants, time, time.ticker);

  @Test
  void aRevocationBitesInTimeAfterTheLastQuestion() {
    assertThat(find()).isPresent();
    tenants.answer = null;

    time.pass(GrantCache.TIME_TO_LIVE.minusMillis(1));
    assertThat(find()).isPresent();

    time.pass(Duration.ofMillis(1));
    assertThat(find()).isEmpty();
  }

  @Test
  void anAnswerIsAsOldAsItsQuestionHoweverLongItTook() {
    tenants.takes = Duration.ofSeconds(4);
    assertThat(find()).isPresent();
    tenants.takes = Duration.ZERO;
    tenants.answer = null;

    time.pass(GrantCache.TIME_TO_LIVE.minusSeconds(4));

    assertThat(find()).isEmpty();
  }

  @Test
  void theLaterOfTwoAnswersThatCrossedIsKept() {
    tenants.whileAnswering =
        () -> {
          time.pass(Duration.ofSeconds(1));
          tenants.answer = null;
          assertThat(cache.find(TOKEN, PLACE, true)).isEmpty();
        };

    assertThat(find()).isPresent();

    assertThat(find()).isEmpty();
  }

  @Test
  void aRestrictionOfThePlaceBitesAsSoonAsARevocation() {
    assertThat(find().orElseThrow().restriction()).isNull();
    tenants.answer = grant(null, Restriction.READ_ONLY);

    time.pass(GrantCache.TIME_TO_LIVE);

    assertThat(find().orElseThrow().restriction()).isEqualTo(Restriction.READ_ONLY);
  }

  @Test
  void aGrantIsNotUsedPastItsEnd() {
    tenants.answer = grant(START.plusSeconds(3), null);
    assertThat(find()).isPresent();

    time.pass(Duration.ofSeconds(3));

    assertThat(find()).isEmpty();
    assertThat(tenants.asked).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-PT1H", "-PT0.001S", "PT1H"})
  void settingTheTimeNeverKeepsAnAnswerLonger(Duration jump) {
    assertThat(find()).isPresent();
    tenants.answer = null;

    time.set(time.now.plus(jump));

    assertThat(find()).isEmpty();
  }

  @Test
  void timeThatStandsStillKeepsNoAnswerEither() {
    assertThat(find()).isPresent();
    tenants.answer = null;

    time.nanos += GrantCache.TIME_TO_LIVE.toNanos();

    assertThat(find()).isEmpty();
  }

  @Test
  void aFreshQuestionIsAskedAtOnceAndItsAnswerRemembered() {
    assertThat(find()).isPresent();
    tenants.answer = null;

    assertThat(cache.find(TOKEN, PLACE, true)).isEmpty();
    assertThat(find()).isEmpty();
    assertThat(tenants.asked).isEqualTo(2);
  }

  @Test
  void noAnswerIsGivenToAnotherSubjectApplicationOrPlace() {
    find();

    cache.find(new Token("another", "assay-cli", 1, "raw"), PLACE, false);
    cache.find(new Token("somebody", "assay-tenants", 1, "raw"), PLACE, false);
    cache.find(TOKEN, new GrantPlace.OfMsp(CLIENT), false);

    assertThat(tenants.asked).isEqualTo(4);
  }

  @Test
  void inRealTimeARevocationBitesWithinTenSeconds() {
    var real = new GrantCache(tenants, Clock.systemUTC());
    long begin = System.nanoTime();
    assertThat(real.find(TOKEN, PLACE, false)).isPresent();
    tenants.answer = null;
    boolean remembered = real.find(TOKEN, PLACE, false).isPresent();

    while (real.find(TOKEN, PLACE, false).isPresent()) {
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }

    assertThat(remembered).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - begin))
        .isBetween(Duration.ofSeconds(7), Duration.ofSeconds(10));
  }

  private Optional<EffectiveGrant> find() {
    return cache.find(TOKEN, PLACE, false);
  }

  private static EffectiveGrant grant(
      @Nullable Instant validUntil, @Nullable Restriction restriction) {
    return new EffectiveGrant(
        new UUID(3, 1),
        new UUID(1, 1),
        CLIENT,
        Set.of(Role.AUDITOR),
        false,
        Set.of(),
        validUntil,
        restriction,
        null);
  }

  private final class Tenants implements GrantSource {

    @Nullable EffectiveGrant answer = grant(null, null);
    Duration takes = Duration.ZERO;
    Runnable whileAnswering = () -> {};
    int asked;

    @Override
    public Optional<EffectiveGrant> find(Token token, GrantPlace place) {
      asked++;
      var decided = Optional.ofNullable(answer);
      Runnable meanwhile = whileAnswering;
      whileAnswering = () -> {};
      meanwhile.run();
      time.pass(takes);
      return decided;
    }
  }

  private static final class SettableTime extends Clock {

    Instant now = START;
    long nanos = 42;
    final Ticker ticker = () -> nanos;

    void pass(Duration time) {
      nanos += time.toNanos();
      now = now.plus(time);
    }

    void set(Instant other) {
      now = other;
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
