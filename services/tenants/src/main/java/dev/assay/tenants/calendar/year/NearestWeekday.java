package dev.assay.tenants.calendar.year;

import static java.time.temporal.TemporalAdjusters.nextOrSame;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Optional;

/**
 * Years end on such a weekday at most three days before or after a day, as on the Saturday nearest
 * to 31 December. 29 February stands for the last day of February.
 */
public record NearestWeekday(DayOfWeek of, MonthDay to) implements WeeksRule {

  private static final int REACH = 3;

  /** Nearest to the end of a month. */
  public static NearestWeekday toEndOf(Month month, DayOfWeek weekday) {
    return new NearestWeekday(weekday, MonthDay.of(month, month.maxLength()));
  }

  @Override
  public LocalDate endOf(int number) {
    return to.atYear(reachesIntoYearBefore() ? number + 1 : number)
        .minusDays(REACH)
        .with(nextOrSame(of));
  }

  /** Whether the earliest end, after which years are numbered, is in December. */
  private boolean reachesIntoYearBefore() {
    return to.getMonth() == Month.JANUARY && to.getDayOfMonth() <= REACH;
  }

  @Override
  public MonthDay nominalEnd() {
    return to;
  }

  @Override
  public Optional<DayOfWeek> weekday() {
    return Optional.of(of);
  }

  @Override
  public Optional<Month> monthEnd() {
    return to.getDayOfMonth() == to.getMonth().maxLength()
        ? Optional.of(to.getMonth())
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "NEAREST_WEEKDAY %s %s".formatted(of, to);
  }
}
