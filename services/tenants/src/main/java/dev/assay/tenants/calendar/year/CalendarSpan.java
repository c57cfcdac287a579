package dev.assay.tenants.calendar.year;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A rule and the day from which on it holds, until the next span begins.
 *
 * @param from the first day of a fiscal year; null for the rule that held from the start
 * @param determinedOn when the company determined the change; null when nobody said
 */
public record CalendarSpan(
    @Nullable LocalDate from, YearEndRule rule, @Nullable LocalDate determinedOn) {

  /** The rule that held from the start. */
  public static CalendarSpan always(YearEndRule rule) {
    return new CalendarSpan(null, rule, null);
  }

  /** Whether it holds on this day, as far as its own beginning says. */
  public boolean begunBy(LocalDate day) {
    return from == null || !from.isAfter(day);
  }
}
