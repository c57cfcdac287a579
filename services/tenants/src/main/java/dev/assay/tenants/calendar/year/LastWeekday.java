package dev.assay.tenants.calendar.year;

import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.Optional;

/** Years end on the last such weekday of the month, as on the last Friday of September. */
public record LastWeekday(DayOfWeek of, Month month) implements WeeksRule {

  @Override
  public LocalDate endOf(int number) {
    return YearMonth.of(number, month).atEndOfMonth().with(previousOrSame(of));
  }

  @Override
  public MonthDay nominalEnd() {
    return MonthDay.of(month, month.maxLength());
  }

  @Override
  public Optional<DayOfWeek> weekday() {
    return Optional.of(of);
  }

  @Override
  public Optional<Month> monthEnd() {
    return Optional.of(month);
  }

  @Override
  public String toString() {
    return "LAST_WEEKDAY %s --%02d".formatted(of, month.getValue());
  }
}
