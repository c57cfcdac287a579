package dev.assay.tenants.calendar.year;

/**
 * A part of a fiscal year, or the whole of it.
 *
 * @param ordinal which of its type in the year, from 1
 */
public record FiscalPeriod(FiscalYearLabel year, PeriodType type, int ordinal, Days days) {

  /** Unlike that of any other period of the client: 2026, 2026-H1, 2026-Q3, 2027T. */
  public String label() {
    return switch (type) {
      case YEAR, TRANSITION -> year.toString();
      case HALF_YEAR -> year + "-H" + ordinal;
      case QUARTER -> year + "-Q" + ordinal;
    };
  }
}
