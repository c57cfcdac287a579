package dev.assay.tenants.calendar.year;

import java.time.LocalDate;

/** What becomes of a calendar that another rule is to follow. */
public sealed interface Continuation {

  /** Every day is in one year, and no two years have one label. */
  record Continued(FiscalCalendar calendar) implements Continuation {}

  /**
   * The years would overlap or leave a gap.
   *
   * @param inside the year that the new rule would cut
   */
  record CutsYear(LocalDate from, FiscalYear inside) implements Continuation {}

  /** Two years would have this label. */
  record LabelTwice(FiscalYearLabel label) implements Continuation {}
}
