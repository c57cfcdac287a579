package dev.assay.tenants.calendar;

import dev.assay.http.problem.ProblemException;
import dev.assay.tenants.TenantsProblem;
import dev.assay.tenants.calendar.year.FiscalYear;
import dev.assay.tenants.calendar.year.FiscalYearLabel;

/** Fiscal years as the path names them. */
final class KnownYears {

  private KnownYears() {}

  /**
   * The year of this label.
   *
   * @throws ProblemException 404 when the calendar has none
   */
  static FiscalYear find(CalendarHistory history, String label) {
    return FiscalYearLabel.parse(label)
        .flatMap(history.calendar()::year)
        .orElseThrow(
            () ->
                ProblemException.of(
                    TenantsProblem.NO_SUCH_FISCAL_YEAR,
                    "Labels are a year from 1900 to 2199, and a T for a transition period."));
  }
}
