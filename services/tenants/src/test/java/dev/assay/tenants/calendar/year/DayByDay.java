package dev.assay.tenants.calendar.year;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.BitSet;
import java.util.function.IntPredicate;

/**
 * Reckons calendars without arithmetic on years: it walks over the days one by one and asks of each
 * whether it is a last day. Days are counted from the first that it knows.
 */
final class DayByDay {

  static final LocalDate FIRST = LocalDate.of(1987, 1, 1);
  static final LocalDate BEHIND = LocalDate.of(2043, 1, 1);

  private static final int COUNT = (int) (BEHIND.toEpochDay() - FIRST.toEpochDay());
  private static final LocalDate[] DAYS = new LocalDate[COUNT];
  private static final boolean[] ENDS_MONTH = new boolean[COUNT];

  static {
    for (int i = 0; i < COUNT; i++) {
      DAYS[i] = FIRST.plusDays(i);
      ENDS_MONTH[i] = DAYS[i].plusDays(1).getDayOfMonth() == 1;
    }
  }

  private DayByDay() {}

  static LocalDate day(int index) {
    return DAYS[index];
  }

  static int index(LocalDate day) {
    return (int) (day.toEpochDay() - FIRST.toEpochDay());
  }

  /** The last days of years under this rule. */
  static BitSet yearEnds(YearEndRule rule) {
    return switch (rule) {
      case FixedDay fixed -> where(i -> is(i, fixed.day()));
      case LastWeekday last ->
          where(
              i ->
                  on(i, last.of())
                      && DAYS[i].getMonth() == last.month()
                      && DAYS[i].plusDays(7).getMonth() != last.month());
      case NearestWeekday nearest -> where(i -> on(i, nearest.of()) && near(i, nearest.to()));
    };
  }

  /** The last days of quarters under a rule with a fixed day. */
  static BitSet quarterEnds(FixedDay fixed) {
    int month = fixed.day().getMonthValue();
    int day = fixed.day().getDayOfMonth();
    boolean withMonth = day >= fixed.day().getMonth().minLength();
    return where(
        i -> {
          if (DAYS[i].getMonthValue() == month) {
            return is(i, fixed.day());
          }
          boolean due = (DAYS[i].getMonthValue() - month) % 3 == 0;
          boolean exactly = !withMonth && DAYS[i].getDayOfMonth() == day;
          boolean early = DAYS[i].getDayOfMonth() < day || withMonth;
          return due && (exactly || (ENDS_MONTH[i] && early));
        });
  }

  private static boolean on(int i, DayOfWeek weekday) {
    return DAYS[i].getDayOfWeek() == weekday;
  }

  /** Whether the day is within three days of a month's day. */
  private static boolean near(int i, MonthDay to) {
    for (int j = Math.max(0, i - 3); j <= Math.min(COUNT - 1, i + 3); j++) {
      if (is(j, to)) {
        return true;
      }
    }
    return false;
  }

  /** 29 February is every last day of February. */
  private static boolean is(int i, MonthDay wanted) {
    return DAYS[i].getMonth() == wanted.getMonth()
        && (wanted.equals(MonthDay.of(2, 29))
            ? ENDS_MONTH[i]
            : DAYS[i].getDayOfMonth() == wanted.getDayOfMonth());
  }

  private static BitSet where(IntPredicate last) {
    BitSet days = new BitSet(COUNT);
    for (int i = 0; i < COUNT; i++) {
      days.set(i, last.test(i));
    }
    return days;
  }
}
