package dev.assay.tenants.filer;

import dev.assay.tenants.client.FiscalYearEnd;
import dev.assay.tenants.filer.status.YearDays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A fiscal year, named by the calendar year in which it ends.
 *
 * @param yearEnd on which day fiscal years end
 */
record FilerYear(int year, FiscalYearEnd yearEnd) {

  private static final int MONTHS_FROM_SECOND_QUARTER_TO_END = 6;

  LocalDate start() {
    return YearDays.yearEndIn(year - 1, yearEnd).plusDays(1);
  }

  LocalDate end() {
    return YearDays.yearEndIn(year, yearEnd);
  }

  /** The last weekday of the second quarter; a holiday on it puts the business day before. */
  LocalDate floatDay() {
    LocalDate quarterEnd = end().minusMonths(MONTHS_FROM_SECOND_QUARTER_TO_END);
    if (end().equals(YearMonth.from(end()).atEndOfMonth())) {
      quarterEnd = YearMonth.from(quarterEnd).atEndOfMonth();
    }
    return switch (quarterEnd.getDayOfWeek()) {
      case SATURDAY -> quarterEnd.minusDays(1);
      case SUNDAY -> quarterEnd.minusDays(2);
      case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> quarterEnd;
    };
  }

  static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
