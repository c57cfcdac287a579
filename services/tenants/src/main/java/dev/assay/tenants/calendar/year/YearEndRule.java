package dev.assay.tenants.calendar.year;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;

/**
 * When fiscal years end, for ever and without a change. Each year has a number: the calendar year
 * of the earliest day on which the rule lets it end. So a year that ends in the first days of
 * January because the Saturday nearest to 31 December falls there bears the number of the year
 * before, and every number stands for exactly one year.
 */
public sealed interface YearEndRule permits FixedDay, WeeksRule {

  /** The last day of the year of this number. */
  LocalDate endOf(int number);

  /** The last days of the four quarters of the year of this number, in order. */
  List<LocalDate> quarterEnds(int number);

  /** The day on which, or near which, years end; 29 February is the last day of February. */
  MonthDay nominalEnd();

  /** The weekday on which every year ends, when it is always the same. */
  Optional<DayOfWeek> weekday();

  /** The month with whose end the years end, or within seven days of it, if they do. */
  Optional<Month> monthEnd();

  /** The days of the year of this number. */
  default Days year(int number) {
    return new Days(endOf(number - 1).plusDays(1), endOf(number));
  }

  /** The number of the year that has this day. */
  default int numberAt(LocalDate day) {
    int number = day.getYear() - 1;
    while (endOf(number).isBefore(day)) {
      number++;
    }
    return number;
  }

  /** Whether a year ends on this day. */
  default boolean endsOn(LocalDate day) {
    return endOf(numberAt(day)).equals(day);
  }
}
