package dev.assay.tenancy.grant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.tenancy.permission.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A revocation bites everywhere within ten seconds, however slow the answer before it was. */
class GrantCacheTest {

  private static final Token TOKEN = new Token("somebody", "assay-cli", 1, "raw");
  private static final GrantPlace PLACE = new GrantPlace.OfClient(UUID.randomUUID());
  private static final Duration PROMISED = Duration.ofSeconds(10);

  private final FakeTenants tenants = new FakeTenants();
  private final GrantCache cache =
      new GrantCache(
          tenants, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), () -> tenants.now.toNanos());

  @Test
  void asksOnceWhileAnAnswerIsYoung() {
    ask();
    tenants.pass(GrantCache.TIME_TO_LIVE.minusMillis(1));

    assertThat(ask()).isPresent();

    assertThat(tenants.asked).isEqualTo(1);
  }

  @Test
  void forgetsInTimeWhatWasReadJustBeforeARevocation() {
    tenants.takesToAnswer = Duration.ofMillis(1500);
    ask();
    tenants.granted = false;

    // The answer left tenants as early as it was asked; the revocation may be as old as that.
    tenants.pass(PROMISED.minus(tenants.takesToAnswer));

    assertThat(ask()).isEmpty();
  }

  @Test
  void countsFromTheQuestionNotFromTheAnswer() {
    tenants.takesToAnswer = Duration.ofSeconds(5);
    ask();
    tenants.granted = false;
    tenants.pass(GrantCache.TIME_TO_LIVE.minus(tenants.takesToAnswer));

    assertThat(ask()).isEmpty();
  }

  @Test
  void asksAnewWhereItMatters() {
    ask();
    tenants.granted = false;

    assertThat(cache.find(TOKEN, PLACE, true)).isEmpty();
    assertThat(ask()).isEmpty();
  }

  @Test
  void keepsTheLaterOfTwoAnswersThatCrossed() {
    tenants.whileAnswering =
        () -> {
          tenants.pass(Duration.ofSeconds(1));
          tenants.granted = false;
          assertThat(cache.find(TOKEN, PLACE, true)).isEmpty();
        };

    assertThat(ask()).isPresent();

    assertThat(ask()).isEmpty();
  }

  @Test
  void remembersNothingWhereAskingCostsOneQuery() {
    tenants.remembered = false;
    ask();
    tenants.granted = false;

    assertThat(ask()).isEmpty();
  }

  private Optional<EffectiveGrant> ask() {
    return cache.find(TOKEN, PLACE, false);
  }

  /** Reads when it is asked, and takes a while to answer. */
  private static final class FakeTenants implements GrantSource {

    private Duration now = Duration.ofDays(1);
    private Duration takesToAnswer = Duration.ZERO;
    private Runnable whileAnswering = () -> {};
    private boolean granted = true;
    private boolean remembered = true;
    private int asked;

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Optional<EffectiveGrant> find(Token token, GrantPlace place) {
      asked++;
      boolean read = granted;
      Runnable meanwhile = whileAnswering;
      whileAnswering = () -> {};
      meanwhile.run();
      pass(takesToAnswer);
      return read ? Optional.of(grant()) : Optional.empty();
    }

    private static EffectiveGrant grant() {
      return new EffectiveGrant(
          UUID.randomUUID(),
          UUID.randomUUID(),
          UUID.randomUUID(),
          Set.of(Role.AUDITOR),
          false,
          Set.of(),
          null);
    }

    @Override
    public boolean mayBeRemembered() {
      return remembered;
    }
  }
}
