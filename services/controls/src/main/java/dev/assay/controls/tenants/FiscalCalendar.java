package dev.assay.controls.tenants;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;

/**
 * A client's fiscal calendar.
 *
 * @param yearEnd month and day on which its fiscal years end; 29 February means the last day of
 *     February
 * @param zone where its dates are read
 */
public record FiscalCalendar(MonthDay yearEnd, ZoneId zone) {

  /** The last day of a fiscal year, which bears the number of the calendar year it ends in. */
  public LocalDate endOf(int fiscalYear) {
    return yearEnd.atYear(fiscalYear);
  }

  /** The first day of a fiscal year. */
  public LocalDate startOf(int fiscalYear) {
    return endOf(fiscalYear - 1).plusDays(1);
  }

  /** The date at the client's place. */
  public LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }
}
