package dev.assay.tenants.calendar.year;

import java.time.LocalDate;
import java.util.List;

/**
 * Years of 52 or 53 whole weeks, which all end on the same weekday. Quarters are 13 weeks; a 53rd
 * week is part of the fourth.
 */
public sealed interface WeeksRule extends YearEndRule permits LastWeekday, NearestWeekday {

  /** Days of a quarter. */
  int QUARTER = 13 * 7;

  @Override
  default List<LocalDate> quarterEnds(int number) {
    LocalDate yearBefore = endOf(number - 1);
    return List.of(
        yearBefore.plusDays(QUARTER),
        yearBefore.plusDays(2 * QUARTER),
        yearBefore.plusDays(3 * QUARTER),
        endOf(number));
  }
}
