package dev.assay.tenants.calendar.filing;

import static dev.assay.tenants.client.FilerStatus.ACCELERATED;
import static dev.assay.tenants.client.FilerStatus.NON_ACCELERATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.tenants.calendar.year.CalendarSpan;
import dev.assay.tenants.calendar.year.Continuation;
import dev.assay.tenants.calendar.year.Days;
import dev.assay.tenants.calendar.year.FiscalCalendar;
import dev.assay.tenants.calendar.year.FiscalPeriod;
import dev.assay.tenants.calendar.year.FiscalYear;
import dev.assay.tenants.calendar.year.FiscalYearLabel;
import dev.assay.tenants.calendar.year.FixedDay;
import dev.assay.tenants.calendar.year.PeriodType;
import dev.assay.tenants.calendar.year.YearEndRule;
import dev.assay.tenants.client.FilerStatus;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilingsTest {

  private static final FiscalCalendar DECEMBER = FiscalCalendar.of(fixed(12, 31));

  private static final Set<LocalDate> CLOSED_BY_ORDER =
      Set.of(day("2018-12-05"), day("2019-12-24"), day("2020-12-24"), day("2025-01-09"));

  @ParameterizedTest
  @CsvSource({
    // As published for companies whose year is the calendar year.
    "12-31, 2024-12-31, YEAR, LARGE_ACCELERATED, 10-K, 2025-03-01, 2025-03-03",
    "12-31, 2024-12-31, YEAR, ACCELERATED, 10-K, 2025-03-16, 2025-03-17",
    "12-31, 2024-12-31, YEAR, NON_ACCELERATED, 10-K, 2025-03-31, 2025-03-31",
    "12-31, 2024-12-31, YEAR, NEWLY_PUBLIC, 10-K, 2025-03-31, 2025-03-31",
    "12-31, 2025-03-31, QUARTER, LARGE_ACCELERATED, 10-Q, 2025-05-10, 2025-05-12",
    "12-31, 2025-03-31, QUARTER, ACCELERATED, 10-Q, 2025-05-10, 2025-05-12",
    "12-31, 2025-03-31, QUARTER, NON_ACCELERATED, 10-Q, 2025-05-15, 2025-05-15",
    "12-31, 2025-06-30, QUARTER, ACCELERATED, 10-Q, 2025-08-09, 2025-08-11",
    "12-31, 2025-09-30, QUARTER, NEWLY_PUBLIC, 10-Q, 2025-11-14, 2025-11-14",
    // Rolled by Presidents' Day after a weekend, a day of mourning, and a Christmas Eve.
    "09-30, 2025-12-31, QUARTER, NON_ACCELERATED, 10-Q, 2026-02-14, 2026-02-17",
    "02-25, 2024-11-25, QUARTER, NON_ACCELERATED, 10-Q, 2025-01-09, 2025-01-10",
    "02-09, 2019-11-09, QUARTER, NON_ACCELERATED, 10-Q, 2019-12-24, 2019-12-26",
    // Large accelerated filers had 75 days until years that ended on 15 December 2006.
    "06-30, 2005-12-31, QUARTER, ACCELERATED, 10-Q, 2006-02-09, 2006-02-09",
    "12-31, 2005-12-31, YEAR, LARGE_ACCELERATED, 10-K, 2006-03-16, 2006-03-16",
    "12-31, 2006-12-31, YEAR, LARGE_ACCELERATED, 10-K, 2007-03-01, 2007-03-01"
  })
  void reportsAreDueWhenTheSecSaysSo(
      String yearEnd,
      LocalDate end,
      PeriodType type,
      String status,
      String form,
      LocalDate unrolled,
      LocalDate due) {
    FiscalYear year = FiscalCalendar.of(new FixedDay(MonthDay.parse("--" + yearEnd))).yearOn(end);

    Filing filing = filing(year, type, end, FilerStatus.valueOf(status)).orElseThrow();

    assertThat(filing)
        .isInstanceOfSatisfying(
            Filing.Due.class,
            found -> {
              assertThat(found.form()).isEqualTo(form);
              assertThat(found.unrolledOn()).isEqualTo(unrolled);
              assertThat(found.dueOn()).isEqualTo(due);
              assertThat(found.countedFrom().plusDays(found.days())).isEqualTo(unrolled);
              assertThat(found.zone()).hasToString("America/New_York");
            });
  }

  @ParameterizedTest
  @EnumSource(names = {"LARGE_ACCELERATED", "ACCELERATED", "NON_ACCELERATED", "NEWLY_PUBLIC"})
  void dueDatesAreThoseOfAWalkOverTheDays(FilerStatus status) {
    List<String> differ = new ArrayList<>();
    for (LocalDate end = day("2006-12-15"); end.getYear() <= 2040; end = end.plusDays(1)) {
      compare(end, PeriodType.YEAR, 365, status, differ);
      compare(end, PeriodType.QUARTER, 91, status, differ);
    }
    assertThat(differ).isEmpty();
  }

  private static void compare(
      LocalDate end, PeriodType type, int length, FilerStatus status, List<String> differ) {
    LocalDate walked = walk(end, days(type, status));
    Filing filing = onDays(new Days(end.minusDays(length - 1L), end), type, status).orElseThrow();
    if (!(filing instanceof Filing.Due due) || !due.dueOn().equals(walked)) {
      differ.add("%s of %s for %s: %s, not %s".formatted(type, end, status, filing, walked));
    }
  }

  private static int days(PeriodType type, FilerStatus status) {
    boolean year = type == PeriodType.YEAR;
    return switch (status) {
      case LARGE_ACCELERATED -> year ? 60 : 40;
      case ACCELERATED -> year ? 75 : 40;
      case NON_ACCELERATED, NEWLY_PUBLIC -> year ? 90 : 45;
      case NOT_A_FILER -> throw new IllegalArgumentException(status.name());
    };
  }

  private static LocalDate walk(LocalDate from, int days) {
    LocalDate day = from;
    for (int left = days; left > 0; left--) {
      day = day.plusDays(1);
    }
    while (isClosed(day)) {
      day = day.plusDays(1);
    }
    return day;
  }

  /** Reckoned from the day itself, not from the holidays of its year. */
  private static boolean isClosed(LocalDate day) {
    return switch (day.getDayOfWeek()) {
      case SATURDAY, SUNDAY -> true;
      case MONDAY -> isWeekdayHoliday(day) || isDated(day) || isDated(day.minusDays(1));
      case TUESDAY, WEDNESDAY -> isDated(day) || CLOSED_BY_ORDER.contains(day);
      case THURSDAY -> isWeekdayHoliday(day) || isDated(day) || CLOSED_BY_ORDER.contains(day);
      case FRIDAY -> isDated(day) || isDated(day.plusDays(1));
    };
  }

  private static boolean isDated(LocalDate day) {
    return switch (day.getMonth()) {
      case JANUARY -> day.getDayOfMonth() == 1;
      case JUNE -> day.getDayOfMonth() == 19 && day.getYear() > 2020;
      case JULY -> day.getDayOfMonth() == 4;
      case NOVEMBER -> day.getDayOfMonth() == 11;
      case DECEMBER -> day.getDayOfMonth() == 25;
      case FEBRUARY, MARCH, APRIL, MAY, AUGUST, SEPTEMBER, OCTOBER -> false;
    };
  }

  private static boolean isWeekdayHoliday(LocalDate day) {
    int of = day.getDayOfMonth();
    boolean monday = day.getDayOfWeek() == DayOfWeek.MONDAY;
    return switch (day.getMonth()) {
      case JANUARY, FEBRUARY -> monday && of >= 15 && of <= 21;
      case MAY -> monday && of >= 25;
      case SEPTEMBER -> monday && of <= 7;
      case OCTOBER -> monday && of >= 8 && of <= 14;
      case NOVEMBER -> !monday && of >= 22 && of <= 28;
      case MARCH, APRIL, JUNE, JULY, AUGUST, DECEMBER -> false;
    };
  }

  @Test
  void aDateThatIsMovedSaysWhichDaysWereClosedAndWhy() {
    Filing filing =
        onDays(new Days(day("2025-10-01"), day("2025-12-31")), PeriodType.QUARTER, NON_ACCELERATED)
            .orElseThrow();

    assertThat(filing)
        .isEqualTo(
            new Filing.Due(
                "10-Q",
                "periodic-reports-2006",
                NON_ACCELERATED,
                45,
                day("2025-12-31"),
                day("2026-02-14"),
                day("2026-02-17"),
                ZoneId.of("America/New_York"),
                "us-federal, closures 1",
                List.of(
                    new ClosedDay(day("2026-02-14"), ClosedDay.Kind.WEEKEND, "Saturday"),
                    new ClosedDay(day("2026-02-15"), ClosedDay.Kind.WEEKEND, "Sunday"),
                    new ClosedDay(
                        day("2026-02-16"),
                        ClosedDay.Kind.FEDERAL_HOLIDAY,
                        "Washington's Birthday"))));
  }

  @Test
  void quartersOneToThreeHaveReportsAndTheFourthAndHalvesHaveNone() {
    FiscalYear year = DECEMBER.yearOn(day("2026-06-01"));

    assertThat(year.periods())
        .filteredOn(period -> Filings.on(period, year, ACCELERATED).isPresent())
        .extracting(FiscalPeriod::label)
        .containsExactly("2026", "2026-Q1", "2026-Q2", "2026-Q3");
  }

  @Test
  void withoutAStatusTheFormIsKnownAndTheDateIsNot() {
    Days days = new Days(day("2026-01-01"), day("2026-12-31"));

    assertThat(onDays(days, PeriodType.YEAR, null))
        .contains(new Filing.StatusUnknown("10-K", "periodic-reports-2006"));
    assertThat(onDays(days, PeriodType.YEAR, FilerStatus.NOT_A_FILER))
        .contains(new Filing.NotAFiler("periodic-reports-2006"));
  }

  @Test
  void noDateIsGivenForTimesWhoseRulesAreNotHere() {
    assertThat(onDays(new Days(day("2004-01-01"), day("2004-12-31")), PeriodType.YEAR, ACCELERATED))
        .contains(new Filing.RulesUnknown());
  }

  @ParameterizedTest
  @CsvSource({"2027-06-01, 2027-06-30", "2027-07-20, 2027-07-20"})
  void aTransitionOfSixMonthsIsCountedFromItsEndOrTheLaterDecision(
      LocalDate determined, LocalDate countedFrom) {
    FiscalYear transition = transition("2027-01-01", fixed(6, 30), determined);

    Filing filing =
        Filings.on(transition.periods().getFirst(), transition, ACCELERATED).orElseThrow();

    assertThat(filing)
        .isInstanceOfSatisfying(
            Filing.Due.class,
            due -> {
              assertThat(due.form()).isEqualTo("10-KT");
              assertThat(due.countedFrom()).isEqualTo(countedFrom);
              assertThat(due.dueOn()).isEqualTo(walk(countedFrom, 75));
            });
  }

  @Test
  void aShorterTransitionIsTheCompanysChoice() {
    FiscalYear transition = transition("2027-01-01", fixed(6, 29), day("2026-12-01"));

    assertThat(Filings.on(transition.periods().getFirst(), transition, ACCELERATED))
        .get()
        .isInstanceOf(Filing.CompanyDecides.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2010-12-31, New Year's Day",
    "2021-06-18, Juneteenth National Independence Day",
    "2022-06-20, Juneteenth National Independence Day",
    "2021-12-24, Christmas Day",
    "2023-01-02, New Year's Day",
    "2026-07-03, Independence Day"
  })
  void aHolidayOnAWeekendIsKeptOnTheDayBesideIt(LocalDate day, String name) {
    assertThat(BusinessDays.ofSec().closed(day))
        .contains(new ClosedDay(day, ClosedDay.Kind.FEDERAL_HOLIDAY, name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2020-06-19", "2025-12-24", "2025-12-26", "2024-11-29", "2021-01-20"})
  void onlyWhatTheSecTreatsAsClosedIsClosed(LocalDate day) {
    assertThat(BusinessDays.ofSec().closed(day)).isEmpty();
  }

  private static FiscalYear transition(String from, YearEndRule to, LocalDate determined) {
    var next = DECEMBER.followedBy(new CalendarSpan(day(from), to, determined));
    if (next instanceof Continuation.Continued(FiscalCalendar calendar)) {
      return calendar.yearOn(day(from));
    }
    throw new AssertionError(next);
  }

  private static Optional<Filing> filing(
      FiscalYear year, PeriodType type, LocalDate end, FilerStatus status) {
    return year.periods().stream()
        .filter(period -> period.type() == type && period.days().end().equals(end))
        .findFirst()
        .flatMap(period -> Filings.on(period, year, status));
  }

  private static Optional<Filing> onDays(Days days, PeriodType type, @Nullable FilerStatus status) {
    var year =
        new FiscalYear(new FiscalYearLabel(days.end().getYear(), false), days, fixed(12, 31), null);
    return Filings.on(new FiscalPeriod(year.label(), type, 1, days), year, status);
  }

  private static YearEndRule fixed(int month, int day) {
    return new FixedDay(MonthDay.of(month, day));
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
