package dev.assay.evidence.series;

import java.time.LocalDate;
import java.time.Period;

/** How often a series asks; counted from its first day, so that no month's end wears off. */
public enum Rhythm {
  WEEKLY(Period.ofWeeks(1)),
  MONTHLY(Period.ofMonths(1)),
  QUARTERLY(Period.ofMonths(3)),
  SEMI_ANNUAL(Period.ofMonths(6)),
  ANNUAL(Period.ofYears(1)),
  /** At the periods that the caller gave, such as the quarters of a 52/53-week year. */
  DATES(Period.ZERO);

  private final Period length;

  Rhythm(Period length) {
    this.length = length;
  }

  /**
   * The first day of a period.
   *
   * <p>Each is counted from the very first day and not from the one before: from 31 January on, the
   * months begin on 28 February, 31 March and 30 April.
   *
   * @param number 0 for the first
   */
  LocalDate start(LocalDate first, int number) {
    if (this == DATES) {
      throw new IllegalStateException("the caller gives the dates");
    }
    return first.plus(length.multipliedBy(number));
  }
}
