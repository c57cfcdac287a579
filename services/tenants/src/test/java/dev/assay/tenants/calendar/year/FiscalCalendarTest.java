package dev.assay.tenants.calendar.year;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.Month.DECEMBER;
import static java.time.Month.JANUARY;
import static java.time.Month.MARCH;
import static java.time.Month.NOVEMBER;
import static java.time.Month.SEPTEMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiscalCalendarTest {

  private static final YearEndRule DECEMBER_31 = fixed(12, 31);
  private static final YearEndRule JUNE_30 = fixed(6, 30);

  @ParameterizedTest
  @CsvSource({
    // The last Saturday of September, as published for years of 52, 53 and 52 weeks.
    "LAST, SATURDAY, SEPTEMBER, 2022, 2021-09-26, 2022-09-24, 52",
    "LAST, SATURDAY, SEPTEMBER, 2023, 2022-09-25, 2023-09-30, 53",
    "LAST, SATURDAY, SEPTEMBER, 2024, 2023-10-01, 2024-09-28, 52",
    // The Sunday nearest to 31 January.
    "NEAREST, SUNDAY, JANUARY, 2019, 2018-01-29, 2019-02-03, 53",
    "NEAREST, SUNDAY, JANUARY, 2020, 2019-02-04, 2020-02-02, 52",
    // The Saturday nearest to 31 December: the year that ends on 2 January belongs to 2020.
    "NEAREST, SATURDAY, DECEMBER, 2020, 2019-12-29, 2021-01-02, 53",
    "NEAREST, SATURDAY, DECEMBER, 2021, 2021-01-03, 2022-01-01, 52",
    "NEAREST, SATURDAY, DECEMBER, 2022, 2022-01-02, 2022-12-31, 52",
    "LAST, FRIDAY, FEBRUARY, 2024, 2023-02-25, 2024-02-23, 52"
  })
  void yearsOfWeeksAreTheOnesThatCompaniesPublish(
      String kind,
      DayOfWeek day,
      Month month,
      int number,
      LocalDate start,
      LocalDate end,
      int weeks) {
    YearEndRule rule =
        kind.equals("LAST") ? new LastWeekday(day, month) : NearestWeekday.toEndOf(month, day);

    FiscalYear year = FiscalCalendar.of(rule).yearOn(end);

    assertThat(year.label()).hasToString(Integer.toString(number));
    assertThat(year.days()).isEqualTo(new Days(start, end));
    assertThat(year.weeks()).hasValue(weeks);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 29, 2024, 2023-03-01, 2024-02-29, 2023-05-31, 2023-08-31, 2023-11-30",
    "2, 29, 2025, 2024-03-01, 2025-02-28, 2024-05-31, 2024-08-31, 2024-11-30",
    "2, 28, 2024, 2023-03-01, 2024-02-28, 2023-05-31, 2023-08-31, 2023-11-30",
    "2, 28, 2025, 2024-02-29, 2025-02-28, 2024-05-31, 2024-08-31, 2024-11-30",
    "11, 30, 2024, 2023-12-01, 2024-11-30, 2024-02-29, 2024-05-31, 2024-08-31",
    "8, 30, 2025, 2024-08-31, 2025-08-30, 2024-11-30, 2025-02-28, 2025-05-30",
    "5, 15, 2025, 2024-05-16, 2025-05-15, 2024-08-15, 2024-11-15, 2025-02-15",
    "12, 31, 2025, 2025-01-01, 2025-12-31, 2025-03-31, 2025-06-30, 2025-09-30"
  })
  void quartersOfAFixedYearEndAreCalendarMonths(
      int month,
      int day,
      int number,
      LocalDate start,
      LocalDate end,
      LocalDate first,
      LocalDate second,
      LocalDate third) {
    FiscalYear year = FiscalCalendar.of(fixed(month, day)).yearOn(end);

    assertThat(year.days()).isEqualTo(new Days(start, end));
    assertThat(year.label()).hasToString(Integer.toString(number));
    assertThat(ends(year, PeriodType.QUARTER)).containsExactly(first, second, third, end);
    assertThat(ends(year, PeriodType.HALF_YEAR)).containsExactly(second, end);
    assertThat(year.periods())
        .extracting(FiscalPeriod::label)
        .contains(number + "", number + "-H1", number + "-H2", number + "-Q1", number + "-Q4");
  }

  @Test
  void theFiftyThirdWeekIsInTheFourthQuarter() {
    FiscalYear year =
        FiscalCalendar.of(new LastWeekday(SATURDAY, SEPTEMBER)).yearOn(day("2023-09-30"));

    assertThat(year.periods())
        .filteredOn(period -> period.type() == PeriodType.QUARTER)
        .extracting(period -> period.days().count())
        .containsExactly(91, 91, 91, 98);
    assertThat(year.periods())
        .filteredOn(period -> period.type() == PeriodType.HALF_YEAR)
        .extracting(period -> period.days().count())
        .containsExactly(182, 189);
  }

  @Test
  void anEarlierYearEndHasAShortPeriodBetweenTheYears() {
    FiscalCalendar calendar = changed(DECEMBER_31, "2027-01-01", JUNE_30);

    assertThat(years(calendar, 2026, 2028))
        .containsExactly(
            "2026 2026-01-01/2026-12-31",
            "2027T 2027-01-01/2027-06-30",
            "2028 2027-07-01/2028-06-30");
    assertThat(calendar.year(label("2027T")).orElseThrow().periods())
        .extracting(FiscalPeriod::type)
        .containsExactly(PeriodType.TRANSITION);
    assertThat(calendar.year(label("2027"))).isEmpty();
    assertThat(calendar.year(label("2028T"))).isEmpty();
  }

  @Test
  void aLaterYearEndInTheSameCalendarYearGivesTheTransitionALabelOfItsOwn() {
    FiscalCalendar calendar = changed(JUNE_30, "2026-07-01", DECEMBER_31);

    assertThat(years(calendar, 2025, 2027))
        .containsExactly(
            "2025 2024-07-01/2025-06-30",
            "2026 2025-07-01/2026-06-30",
            "2026T 2026-07-01/2026-12-31",
            "2027 2027-01-01/2027-12-31");
  }

  /** As a registrant reported: from the last Saturday of November to that nearest 31 December. */
  @Test
  void aMoveBetweenTwoRulesOfWeeksHasATransitionOfWholeWeeks() {
    FiscalCalendar calendar =
        changed(
            new LastWeekday(SATURDAY, NOVEMBER),
            "2010-11-28",
            NearestWeekday.toEndOf(DECEMBER, SATURDAY));

    assertThat(years(calendar, 2010, 2011))
        .containsExactly(
            "2010 2009-11-29/2010-11-27",
            "2010T 2010-11-28/2011-01-01",
            "2011 2011-01-02/2011-12-31");
  }

  /**
   * As a registrant reported: from 31 March to the last Saturday of March, without a transition.
   */
  @Test
  void aMoveFromAMonthsEndToTheWeekdayBesideItHasNoTransition() {
    FiscalCalendar calendar = changed(fixed(3, 31), "2003-04-01", new LastWeekday(SATURDAY, MARCH));

    assertThat(years(calendar, 2003, 2005))
        .containsExactly(
            "2003 2002-04-01/2003-03-31",
            "2004 2003-04-01/2004-03-27",
            "2005 2004-03-28/2005-03-26");
    assertThat(ends(calendar.yearOn(day("2003-04-01")), PeriodType.QUARTER))
        .containsExactly(
            day("2003-06-28"), day("2003-09-27"), day("2003-12-27"), day("2004-03-27"));
  }

  @Test
  void aMoveFromTheWeekdayToTheMonthsEndBesideItHasNoTransitionEither() {
    FiscalCalendar calendar =
        changed(NearestWeekday.toEndOf(DECEMBER, SATURDAY), "2021-01-03", DECEMBER_31);

    assertThat(years(calendar, 2020, 2022))
        .containsExactly(
            "2020 2019-12-29/2021-01-02",
            "2021 2021-01-03/2021-12-31",
            "2022 2022-01-01/2022-12-31");
    assertThat(calendar.yearOn(day("2021-06-01")).weeks()).isEmpty();
  }

  @Test
  void aRuleCannotBeginInsideAYear() {
    var cut = FiscalCalendar.of(DECEMBER_31).followedBy(span("2027-04-01", JUNE_30));

    assertThat(cut)
        .isEqualTo(
            new Continuation.CutsYear(
                day("2027-04-01"), FiscalCalendar.of(DECEMBER_31).yearOn(day("2027-04-01"))));
  }

  @Test
  void aRuleCannotBeginInsideATransition() {
    FiscalCalendar calendar = changed(DECEMBER_31, "2027-01-01", JUNE_30);

    assertThat(calendar.followedBy(span("2027-04-01", fixed(9, 30))))
        .isInstanceOf(Continuation.CutsYear.class);
    assertThat(calendar.followedBy(span("2027-07-01", fixed(3, 31))))
        .isInstanceOf(Continuation.Continued.class);
  }

  @Test
  void aRuleCannotBeginBeforeTheLatest() {
    FiscalCalendar calendar = changed(DECEMBER_31, "2027-01-01", JUNE_30);

    assertThatThrownBy(() -> calendar.followedBy(span("2027-01-01", fixed(9, 30))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void twoTransitionsCannotEndInOneCalendarYear() {
    FiscalCalendar calendar = changed(DECEMBER_31, "2027-01-01", JUNE_30);

    assertThat(calendar.followedBy(span("2027-07-01", fixed(9, 30))))
        .isEqualTo(new Continuation.LabelTwice(label("2027T")));
  }

  @Test
  void twoFullYearsCannotHaveOneNumber() {
    FiscalCalendar calendar = FiscalCalendar.of(fixed(1, 1));

    assertThat(calendar.followedBy(span("2027-01-02", NearestWeekday.toEndOf(DECEMBER, FRIDAY))))
        .isEqualTo(new Continuation.LabelTwice(label("2027")));
  }

  @Test
  void yearsThatReachIntoDecemberFromJanuaryAreNumberedByTheirEarliestEnd() {
    FiscalCalendar calendar =
        FiscalCalendar.of(new NearestWeekday(SUNDAY, MonthDay.of(JANUARY, 2)));

    assertThat(years(calendar, 2022, 2023))
        .containsExactly("2022 2022-01-03/2023-01-01", "2023 2023-01-02/2023-12-31");
  }

  @Test
  void aRuleThatFollowsItselfChangesNothing() {
    FiscalCalendar calendar = changed(DECEMBER_31, "2027-01-01", DECEMBER_31);

    assertThat(calendar).isEqualTo(FiscalCalendar.of(DECEMBER_31));
    assertThat(calendar.yearOn(day("2027-05-05")).label()).isEqualTo(label("2027"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026,true",
    "2026T,true",
    "1899,false",
    "2200,false",
    "26,false",
    "2026t,false",
    "'',false",
    "2026TT,false"
  })
  void aLabelIsAYearAndPerhapsAT(String text, boolean good) {
    assertThat(FiscalYearLabel.parse(text).map(FiscalYearLabel::toString))
        .isEqualTo(good ? java.util.Optional.of(text) : java.util.Optional.empty());
  }

  /** Calendars with up to four changes, each at the start of some year, day by day. */
  @Test
  void everyDayIsInOneYearWhateverTheChanges() {
    Random random = new Random(20261123);
    int changes = 0;
    for (int i = 0; i < 150; i++) {
      FiscalCalendar calendar = FiscalCalendar.of(anyRule(random));
      LocalDate from = day("1990-01-01");
      for (int change = random.nextInt(5); change > 0; change--) {
        from = calendar.yearOn(from.plusDays(400 + random.nextInt(4000))).days().end().plusDays(1);
        var next = calendar.followedBy(new CalendarSpan(from, anyRule(random), null));
        if (next instanceof Continuation.Continued(FiscalCalendar continued)) {
          calendar = continued;
          changes++;
        }
      }
      assertThat(problems(calendar)).as(calendar.spans().toString()).isEmpty();
    }
    assertThat(changes).isGreaterThan(200);
  }

  private static List<String> problems(FiscalCalendar calendar) {
    List<String> problems = new ArrayList<>();
    Set<String> labels = new HashSet<>();
    FiscalYear year = calendar.yearOn(day("1990-01-01"));
    for (LocalDate day = year.days().start(); day.getYear() < 2041; day = day.plusDays(1)) {
      FiscalYear found = calendar.yearOn(day);
      if (!found.equals(year)) {
        if (!day.equals(found.days().start()) || !day.equals(year.days().end().plusDays(1))) {
          problems.add("%s to %s are not in a row".formatted(year, found));
        }
        year = found;
      }
      if (day.equals(found.days().start())) {
        checkYear(calendar, found, labels, problems);
      }
    }
    List<FiscalYear> listed = calendar.years(1991, 2039).toList();
    List<FiscalYear> walked = new ArrayList<>();
    for (FiscalYear next = listed.getFirst();
        next.label().number() <= 2039;
        next = calendar.after(next)) {
      walked.add(next);
    }
    if (!listed.equals(walked)) {
      problems.add("the list has " + listed);
    }
    return problems;
  }

  private static void checkYear(
      FiscalCalendar calendar, FiscalYear year, Set<String> labels, List<String> problems) {
    int days = year.days().count();
    boolean length = year.label().transition() ? days < 371 : days >= 359 && days <= 372;
    if (!length) {
      problems.add("%s has %d days".formatted(year, days));
    }
    if (!labels.add(year.label().toString())) {
      problems.add("twice " + year.label());
    }
    if (!calendar.year(year.label()).equals(java.util.Optional.of(year))) {
      problems.add(year.label() + " finds another year");
    }
    int quarters =
        year.periods().stream()
            .filter(period -> period.type() == PeriodType.QUARTER)
            .mapToInt(period -> period.days().count())
            .sum();
    if (quarters != (year.label().transition() ? 0 : days)) {
      problems.add("quarters of %s have %d days".formatted(year, quarters));
    }
  }

  private static YearEndRule anyRule(Random random) {
    Month month = Month.of(1 + random.nextInt(12));
    DayOfWeek weekday = DayOfWeek.of(1 + random.nextInt(7));
    return switch (random.nextInt(5)) {
      case 0 -> new LastWeekday(weekday, month);
      case 1 -> NearestWeekday.toEndOf(month, weekday);
      case 2 ->
          new NearestWeekday(weekday, MonthDay.of(month, 1 + random.nextInt(month.maxLength())));
      case 3 -> new FixedDay(MonthDay.of(month, month.maxLength()));
      default -> new FixedDay(MonthDay.of(month, 1 + random.nextInt(month.maxLength())));
    };
  }

  private static FiscalCalendar changed(YearEndRule before, String from, YearEndRule after) {
    return switch (FiscalCalendar.of(before).followedBy(span(from, after))) {
      case Continuation.Continued(FiscalCalendar calendar) -> calendar;
      case Continuation.CutsYear cut -> throw new AssertionError(cut);
      case Continuation.LabelTwice twice -> throw new AssertionError(twice);
    };
  }

  private static CalendarSpan span(String from, YearEndRule rule) {
    return new CalendarSpan(day(from), rule, null);
  }

  private static List<LocalDate> ends(FiscalYear year, PeriodType type) {
    return year.periods().stream()
        .filter(period -> period.type() == type)
        .map(period -> period.days().end())
        .toList();
  }

  private static List<String> years(FiscalCalendar calendar, int from, int to) {
    return calendar
        .years(from, to)
        .map(year -> "%s %s/%s".formatted(year.label(), year.days().start(), year.days().end()))
        .toList();
  }

  private static FiscalYearLabel label(String text) {
    return FiscalYearLabel.parse(text).orElseThrow();
  }

  private static YearEndRule fixed(int month, int day) {
    return new FixedDay(MonthDay.of(month, day));
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
