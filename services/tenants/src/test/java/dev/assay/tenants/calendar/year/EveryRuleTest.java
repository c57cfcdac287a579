package dev.assay.tenants.calendar.year;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every rule on every day from 1990 to 2040, against a walk over the days. */
class EveryRuleTest {

  private static final int FROM = DayByDay.index(LocalDate.of(1990, 1, 1));
  private static final int TO = DayByDay.index(LocalDate.of(2040, 12, 31));

  @ParameterizedTest
  @EnumSource
  void everyDayIsInOneYearAndOneQuarterThatEndOnAFixedDay(Month month) {
    for (int day = 1; day <= month.maxLength(); day++) {
      FixedDay rule = new FixedDay(MonthDay.of(month, day));
      assertThat(problems(rule)).as(rule.toString()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyDayIsInOneYearAndOneQuarterThatEndOnTheLastWeekdayOfAMonth(Month month) {
    for (DayOfWeek weekday : DayOfWeek.values()) {
      LastWeekday rule = new LastWeekday(weekday, month);
      assertThat(problems(rule)).as(rule.toString()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyDayIsInOneYearAndOneQuarterThatEndOnTheWeekdayNearestToAMonthsEnd(Month month) {
    for (DayOfWeek weekday : DayOfWeek.values()) {
      NearestWeekday rule = NearestWeekday.toEndOf(month, weekday);
      assertThat(problems(rule)).as(rule.toString()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void yearsThatEndNearestToAnyDayFollowEachOther(Month month) {
    for (int day = 1; day <= month.maxLength(); day++) {
      for (DayOfWeek weekday : DayOfWeek.values()) {
        NearestWeekday rule = new NearestWeekday(weekday, MonthDay.of(month, day));
        assertThat(yearsOf(rule)).as(rule.toString()).isEqualTo(yearsWalked(rule));
      }
    }
  }

  private static Map<Days, Integer> yearsOf(YearEndRule rule) {
    FiscalCalendar calendar = FiscalCalendar.of(rule);
    return Stream.iterate(calendar.yearOn(DayByDay.day(FROM)), calendar::after)
        .takeWhile(year -> !year.days().start().isAfter(DayByDay.day(TO)))
        .collect(toMap(FiscalYear::days, year -> year.label().number()));
  }

  private static Map<Days, Integer> yearsWalked(NearestWeekday rule) {
    BitSet ends = DayByDay.yearEnds(rule);
    Map<Days, Integer> years = new HashMap<>();
    int before = ends.previousSetBit(FROM - 1);
    while (before < TO) {
      int end = ends.nextSetBit(before + 1);
      LocalDate earliest = nominal(rule, DayByDay.day(end)).minusDays(3);
      years.put(new Days(DayByDay.day(before + 1), DayByDay.day(end)), earliest.getYear());
      before = end;
    }
    return years;
  }

  /** What differs from the walk; the first few say enough. */
  private static List<String> problems(YearEndRule rule) {
    FiscalCalendar calendar = FiscalCalendar.of(rule);
    BitSet ends = DayByDay.yearEnds(rule);
    BitSet quarterEnds =
        rule instanceof FixedDay fixed ? DayByDay.quarterEnds(fixed) : weeksAfter(ends);
    List<String> problems = new ArrayList<>();
    FiscalYear year = calendar.yearOn(DayByDay.day(FROM).minusDays(1));
    int[] quarters = {};
    int quarter = 0;
    for (int i = FROM; i <= TO && problems.size() < 5; i++) {
      FiscalYear found = calendar.yearOn(DayByDay.day(i));
      if (i == FROM || found.label().number() != year.label().number()) {
        int start = ends.previousSetBit(i - 1) + 1;
        check(found, start, ends.nextSetBit(i), problems);
        if (i != FROM && found.label().number() != year.label().number() + 1) {
          problems.add(found.label() + " follows " + year.label());
        }
        quarters = quarters(found);
        quarter = 1 + quarterEnds.get(start, i).cardinality();
      } else if (!found.days().equals(year.days())) {
        problems.add("%s is of %s and of %s".formatted(DayByDay.day(i), found, year));
      }
      year = found;
      if (!isInThisAlone(quarter, quarters, i)) {
        problems.add("%s is not in quarter %d alone".formatted(DayByDay.day(i), quarter));
      }
      if (quarterEnds.get(i)) {
        quarter++;
      }
    }
    return problems;
  }

  /** 13 weeks, three times after each end of a year; the fourth quarter is all the rest. */
  private static BitSet weeksAfter(BitSet yearEnds) {
    BitSet ends = (BitSet) yearEnds.clone();
    yearEnds.stream()
        .forEach(
            end -> {
              ends.set(end + 13 * 7);
              ends.set(end + 26 * 7);
              ends.set(end + 39 * 7);
            });
    return ends;
  }

  /** First and last days, one quarter after the other. */
  private static int[] quarters(FiscalYear year) {
    return year.periods().stream()
        .filter(period -> period.type() == PeriodType.QUARTER)
        .flatMapToInt(
            period ->
                IntStream.of(
                    DayByDay.index(period.days().start()), DayByDay.index(period.days().end())))
        .toArray();
  }

  private static boolean isInThisAlone(int quarter, int[] quarters, int day) {
    boolean alone = quarters.length == 8;
    for (int i = 0; i < quarters.length; i += 2) {
      boolean inside = quarters[i] <= day && day <= quarters[i + 1];
      alone &= inside == (i / 2 + 1 == quarter);
    }
    return alone;
  }

  private static void check(FiscalYear year, int start, int end, List<String> problems) {
    Days walked = new Days(DayByDay.day(start), DayByDay.day(end));
    if (!year.days().equals(walked)) {
      problems.add("%s is %s, not %s".formatted(year.label(), year.days(), walked));
    }
    int days = end - start + 1;
    boolean right =
        switch (year.rule()) {
          case FixedDay fixed -> days == 365 || days == 366;
          case WeeksRule weeks -> days == 364 || days == 371;
        };
    if (!right) {
      problems.add("%s has %d days".formatted(year.label(), days));
    }
    if (year.label().number() != number(year.rule(), walked.end()) || year.label().transition()) {
      problems.add("%s ends on %s".formatted(year.label(), walked.end()));
    }
    if (sum(year, PeriodType.QUARTER) != days || sum(year, PeriodType.HALF_YEAR) != days) {
      problems.add("quarters or halves of %s are not the year".formatted(year.label()));
    }
    boolean weeks = year.rule() instanceof WeeksRule;
    if (weeks ? year.weeks().orElse(0) != days / 7 : year.weeks().isPresent()) {
      problems.add("%s has weeks %s".formatted(year.label(), year.weeks()));
    }
  }

  private static int number(YearEndRule rule, LocalDate end) {
    return rule instanceof NearestWeekday nearest ? nominal(nearest, end).getYear() : end.getYear();
  }

  /** The day to which this end is the nearest. */
  private static LocalDate nominal(NearestWeekday rule, LocalDate end) {
    return Stream.of(-3, -2, -1, 0, 1, 2, 3)
        .map(end::plusDays)
        .filter(day -> day.equals(rule.to().atYear(day.getYear())))
        .findFirst()
        .orElseThrow();
  }

  private static int sum(FiscalYear year, PeriodType type) {
    return year.periods().stream()
        .filter(period -> period.type() == type)
        .mapToInt(period -> period.days().count())
        .sum();
  }
}
