package dev.assay.tenants.calendar;

import dev.assay.http.problem.ProblemException;
import dev.assay.tenants.calendar.year.FiscalYearLabel;
import org.jspecify.annotations.Nullable;

/** Which fiscal years a list has, by their numbers. */
record FiscalYearRange(int first, int last) {

  private static final int BEFORE = 4;
  private static final int AFTER = 1;

  /**
   * Reads the caller's parameters.
   *
   * @param current the number of the year that has today
   * @throws ProblemException 400 for numbers that no calendar has, or in the wrong order
   */
  static FiscalYearRange of(@Nullable Integer from, @Nullable Integer to, int current) {
    int first = from == null ? Math.min(current, to == null ? current : to) - BEFORE : from;
    int last = to == null ? Math.max(current, first) + AFTER : to;
    if (first < FiscalYearLabel.FIRST || first > FiscalYearLabel.LAST) {
      throw ProblemException.invalid("?from", "Ask for years from 1900 to 2199.");
    }
    if (last < first || last > FiscalYearLabel.LAST) {
      throw ProblemException.invalid("?to", "Ask for years up to 2199, not before the first.");
    }
    return new FiscalYearRange(first, last);
  }
}
