package dev.assay.tenants.filer.status;

import dev.assay.tenants.client.FiscalYearEnd;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;

/** Days that come back every year. */
public final class YearDays {

  private YearDays() {}

  /** The year-end of this calendar year; 29 February is the last day of February. */
  public static LocalDate yearEndIn(int year, FiscalYearEnd yearEnd) {
    int last = YearMonth.of(year, yearEnd.month()).lengthOfMonth();
    return LocalDate.of(year, yearEnd.month(), Math.min(yearEnd.day(), last));
  }

  /** The same calendar day some years later; a 29 February that is missing is 1 March. */
  public static LocalDate anniversary(LocalDate day, int years) {
    LocalDate later = day.plusYears(years);
    boolean missing =
        day.getMonth() == Month.FEBRUARY && later.getDayOfMonth() != day.getDayOfMonth();
    return missing ? later.plusDays(1) : later;
  }

  /** The next year-end; a day that is itself one is not after itself. */
  static LocalDate firstYearEndAfter(LocalDate day, FiscalYearEnd yearEnd) {
    LocalDate sameYear = yearEndIn(day.getYear(), yearEnd);
    return sameYear.isAfter(day) ? sameYear : yearEndIn(day.getYear() + 1, yearEnd);
  }
}
