package dev.assay.evidence.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ScheduleTest {

  private static Stream<Schedule.Ask> asks(
      Rhythm rhythm, String first, @Nullable String lastDay, @Nullable String after) {
    return new Schedule(
            rhythm,
            LocalDate.parse(first),
            List.of(),
            10,
            15,
            lastDay == null ? null : LocalDate.parse(lastDay))
        .asks(after == null ? null : LocalDate.parse(after));
  }

  /** Hand-counted. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "WEEKLY | 2026-12-28 | 2026-12-28/2027-01-03 2027-01-04/2027-01-10 2027-01-11/2027-01-17",
        "MONTHLY | 2027-01-31 | 2027-01-31/2027-02-27 2027-02-28/2027-03-30 2027-03-31/2027-04-29",
        "MONTHLY | 2028-01-30 | 2028-01-30/2028-02-28 2028-02-29/2028-03-29 2028-03-30/2028-04-29",
        "QUARTERLY | 2026-11-30 | 2026-11-30/2027-02-27 2027-02-28/2027-05-29"
            + " 2027-05-30/2027-08-29",
        "SEMI_ANNUAL | 2026-08-31 | 2026-08-31/2027-02-27 2027-02-28/2027-08-30"
            + " 2027-08-31/2028-02-28",
        "ANNUAL | 2028-02-29 | 2028-02-29/2029-02-27 2029-02-28/2030-02-27 2030-02-28/2031-02-27"
      })
  void countsEachPeriodFromTheFirstDay(Rhythm rhythm, String first, String periods) {
    assertThat(
            asks(rhythm, first, null, null)
                .limit(3)
                .map(ask -> ask.period().periodFrom() + "/" + ask.period().periodTo()))
        .containsExactly(periods.split(" ", -1));
  }

  @ParameterizedTest
  @EnumSource(value = Rhythm.class, mode = EnumSource.Mode.EXCLUDE, names = "DATES")
  void leavesNoDayOutAndNamesNoneTwice(Rhythm rhythm) {
    for (int day = 0; day < 366; day++) {
      LocalDate first = LocalDate.of(2027, 1, 1).plusDays(day);
      LocalDate next = first;
      for (var ask : asks(rhythm, first.toString(), null, null).limit(60).toList()) {
        assertThat(ask.period().periodFrom()).isEqualTo(next);
        next = ask.period().periodTo().plusDays(1);
        assertThat(next).isAfter(ask.period().periodFrom());
      }
    }
  }

  @Test
  void isDueSomeDaysAfterThePeriodAndAsksSomeDaysAhead() {
    var ask = asks(Rhythm.QUARTERLY, "2026-10-01", null, null).findFirst().orElseThrow();

    assertThat(ask.dueOn()).isEqualTo("2027-01-10");
    assertThat(ask.raisedOn()).isEqualTo("2026-12-26");
    assertThat(Schedule.raisedAt(ask, ZoneId.of("America/New_York")))
        .isEqualTo(Instant.parse("2026-12-26T05:00:00Z"));
  }

  @Test
  void asksForNoPeriodThatBeginsAfterItsEnd() {
    assertThat(asks(Rhythm.MONTHLY, "2026-10-01", "2026-12-01", null)).hasSize(3);
    assertThat(asks(Rhythm.MONTHLY, "2026-10-01", "2026-11-30", null)).hasSize(2);
    assertThat(asks(Rhythm.MONTHLY, "2026-10-01", "2026-09-30", null)).isEmpty();
  }

  @Test
  void goesOnAfterWhatWasAskedFor() {
    assertThat(asks(Rhythm.MONTHLY, "2026-10-01", null, "2026-11-01").findFirst().orElseThrow())
        .extracting(ask -> ask.period().periodFrom())
        .isEqualTo(LocalDate.parse("2026-12-01"));
  }

  @Test
  void followsTheDatesThatWereGivenWithTheirGaps() {
    var given =
        List.of(
            new Period(LocalDate.parse("2027-03-29"), LocalDate.parse("2027-06-27")),
            new Period(LocalDate.parse("2026-12-28"), LocalDate.parse("2027-03-28")));

    var schedule = new Schedule(Rhythm.DATES, LocalDate.parse("2026-12-28"), given, 0, 0, null);

    assertThat(schedule.asks(null).map(ask -> ask.period().periodTo().toString()))
        .containsExactly("2027-03-28", "2027-06-27");
  }
}
