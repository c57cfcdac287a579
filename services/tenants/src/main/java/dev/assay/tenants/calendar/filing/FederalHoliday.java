package dev.assay.tenants.calendar.filing;

import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A legal public holiday (5 USC 6103): either on a day of the month, observed on Friday when that
 * is a Saturday and on Monday when it is a Sunday, or on the n-th such weekday of the month.
 *
 * @param nth -1 is the last
 */
record FederalHoliday(
    String name,
    Month month,
    @Nullable Integer day,
    @Nullable DayOfWeek weekday,
    @Nullable Integer nth,
    int fromYear) {

  FederalHoliday {
    if ((day == null) != (weekday != null && nth != null)) {
      throw new IllegalArgumentException(name + " is neither on a day nor on a weekday");
    }
  }

  /** The day on which the holiday of this year is kept; New Year's Day perhaps the year before. */
  Optional<LocalDate> observedFor(int year) {
    if (year < fromYear) {
      return Optional.empty();
    }
    LocalDate first = LocalDate.of(year, month, 1);
    if (day == null) {
      return Optional.of(
          first.with(
              dayOfWeekInMonth(Objects.requireNonNull(nth), Objects.requireNonNull(weekday))));
    }
    LocalDate fixed = first.withDayOfMonth(day);
    return Optional.of(
        switch (fixed.getDayOfWeek()) {
          case SATURDAY -> fixed.minusDays(1);
          case SUNDAY -> fixed.plusDays(1);
          case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> fixed;
        });
  }
}
