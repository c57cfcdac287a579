package dev.assay.evidence.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ReminderRuleTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final LocalDate DUE = LocalDate.parse("2026-11-03");
  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

  private final ReminderRule rule =
      new ReminderRules(new ObjectMapper().registerModule(new JavaTimeModule())).on(DUE);

  /** The clocks go back on 1 November: eight o'clock is an hour later by UTC from then on. */
  @Test
  void remindsInTheMorningAtTheClientsPlace() {
    Instant weekBefore = Instant.parse("2026-10-27T12:00:00Z");

    assertThat(rule.next(DUE, NEW_YORK, LONG_AGO)).contains(weekBefore);
    assertThat(rule.next(DUE, NEW_YORK, weekBefore))
        .contains(Instant.parse("2026-11-02T13:00:00Z"));
    assertThat(rule.due(DUE, NEW_YORK, LONG_AGO, weekBefore.minusSeconds(1))).isEmpty();
    assertThat(rule.due(DUE, NEW_YORK, LONG_AGO, weekBefore))
        .contains(new ReminderRule.Moment(-7, weekBefore));
  }

  @Test
  void remindsOnceOfWhatAnOutageHeldBack() {
    assertThat(rule.due(DUE, NEW_YORK, LONG_AGO, Instant.parse("2026-11-05T00:00:00Z")))
        .map(ReminderRule.Moment::offsetDays)
        .contains(1);
  }

  @Test
  void remindsOfNothingThatWasBeforeTheTermsWereSet() {
    Instant set = Instant.parse("2026-11-03T14:00:00Z");

    assertThat(rule.due(DUE, NEW_YORK, set, set.plusSeconds(60))).isEmpty();
    assertThat(rule.next(DUE, NEW_YORK, set)).contains(Instant.parse("2026-11-04T13:00:00Z"));
  }

  @Test
  void comesToAnEnd() {
    assertThat(rule.next(DUE, NEW_YORK, Instant.parse("2026-11-17T13:00:00Z"))).isEmpty();
  }
}
