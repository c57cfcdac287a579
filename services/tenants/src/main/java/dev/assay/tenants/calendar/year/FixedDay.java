package dev.assay.tenants.calendar.year;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * Years end on the same day of the same month. 29 February stands for the last day of February in
 * every year. Quarters are three calendar months; when the year ends with its month, so do they,
 * and 28 February counts as such an end.
 */
public record FixedDay(MonthDay day) implements YearEndRule {

  private static final int MONTHS_IN_QUARTER = 3;
  private static final int QUARTERS = 4;

  @Override
  public LocalDate endOf(int number) {
    return day.atYear(number);
  }

  @Override
  public List<LocalDate> quarterEnds(int number) {
    YearMonth last = YearMonth.of(number, day.getMonth());
    return List.of(quarterEnd(last, 1), quarterEnd(last, 2), quarterEnd(last, 3), endOf(number));
  }

  private LocalDate quarterEnd(YearMonth last, int quarter) {
    YearMonth month = last.minusMonths((long) MONTHS_IN_QUARTER * (QUARTERS - quarter));
    return endsWithMonth()
        ? month.atEndOfMonth()
        : month.atDay(Math.min(day.getDayOfMonth(), month.lengthOfMonth()));
  }

  @Override
  public MonthDay nominalEnd() {
    return day;
  }

  @Override
  public Optional<DayOfWeek> weekday() {
    return Optional.empty();
  }

  @Override
  public Optional<Month> monthEnd() {
    return endsWithMonth() ? Optional.of(day.getMonth()) : Optional.empty();
  }

  private boolean endsWithMonth() {
    return day.getDayOfMonth() >= day.getMonth().minLength();
  }

  @Override
  public String toString() {
    return "FIXED_DAY " + day;
  }
}
