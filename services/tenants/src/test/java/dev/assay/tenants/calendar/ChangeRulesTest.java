package dev.assay.tenants.calendar;

import static dev.assay.tenants.TenantsProblem.FISCAL_CALENDAR_UNCHANGED;
import static dev.assay.tenants.TenantsProblem.FISCAL_CHANGE_CUTS_YEAR;
import static dev.assay.tenants.TenantsProblem.FISCAL_CHANGE_OUT_OF_ORDER;
import static dev.assay.tenants.TenantsProblem.FISCAL_CHANGE_TOO_LATE;
import static dev.assay.tenants.TenantsProblem.FISCAL_TRANSITION_TOO_LONG;
import static dev.assay.tenants.TenantsProblem.FISCAL_YEAR_AUDIT_CONCLUDED;
import static dev.assay.tenants.TenantsProblem.FISCAL_YEAR_LABEL_TAKEN;
import static dev.assay.tenants.calendar.CalendarEntry.Kind.CHANGE;
import static dev.assay.tenants.calendar.CalendarEntry.Kind.CORRECTION;
import static dev.assay.tenants.calendar.CalendarEntry.Kind.INITIAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.tenants.TenantsProblem;
import dev.assay.tenants.calendar.year.CalendarSpan;
import dev.assay.tenants.calendar.year.FiscalYearLabel;
import dev.assay.tenants.calendar.year.FixedDay;
import dev.assay.tenants.calendar.year.LastWeekday;
import dev.assay.tenants.calendar.year.YearEndRule;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeRulesTest {

  private static final LocalDate TODAY = day("2026-11-23");
  private static final YearEndRule DECEMBER_31 = fixed(12, 31);
  private static final YearEndRule JUNE_30 = fixed(6, 30);

  /** From 31 December to 30 June 2020, and to the last Friday of September of 2027. */
  private static final CalendarHistory CHANGED =
      history(
          entry(0, INITIAL, span(null, DECEMBER_31, null)),
          entry(1, CHANGE, span("2020-01-01", JUNE_30, "2019-11-01")),
          entry(
              2,
              CHANGE,
              span(
                  "2027-07-01", new LastWeekday(DayOfWeek.FRIDAY, Month.SEPTEMBER), "2026-11-01")));

  private static final CalendarHistory PLAIN =
      history(entry(0, INITIAL, span(null, DECEMBER_31, null)));

  @Test
  void acceptsAChangeThatBeginsWithAYearAndWasDeterminedInTime() {
    ChangeDecision decision = decide(PLAIN, CHANGE, span("2026-01-01", JUNE_30, "2026-11-20"));

    assertThat(decision)
        .isInstanceOfSatisfying(
            ChangeDecision.Accepted.class,
            accepted ->
                assertThat(accepted.calendar().yearOn(TODAY).days().end()).isEqualTo("2027-06-30"));
  }

  @ParameterizedTest
  @CsvSource({
    // The first day of the change before, a day before it, and one while it has not begun.
    "CHANGE, 2027-07-01, 12-31, 2026-11-20",
    "CHANGE, 2021-07-01, 12-31, 2021-01-01",
    "CHANGE, 2027-10-01, 12-31, 2026-11-20",
    "CORRECTION, 2027-10-01, 12-31, 2026-11-20"
  })
  void refusesWhatIsNotInOrder(
      CalendarEntry.Kind kind, String from, String yearEnd, String determined) {
    assertRefused(
        decide(CHANGED, kind, span(from, rule(yearEnd), determined)), FISCAL_CHANGE_OUT_OF_ORDER);
  }

  @Test
  void namesTheNearestYearsWhenOneWouldBeCut() {
    ChangeDecision decision = decide(PLAIN, CHANGE, span("2027-04-01", JUNE_30, "2026-11-20"));

    assertThat(decision)
        .isEqualTo(
            new ChangeDecision.Refused(
                FISCAL_CHANGE_CUTS_YEAR,
                "2027-04-01 is inside year 2027; begin on 2027-01-01 or on 2028-01-01."));
  }

  @Test
  void aYearThatHadEndedWhenTheChangeWasDeterminedStands() {
    assertRefused(
        decide(PLAIN, CHANGE, span("2025-01-01", JUNE_30, "2026-01-01")), FISCAL_CHANGE_TOO_LATE);
    assertThat(decide(PLAIN, CHANGE, span("2025-01-01", JUNE_30, "2025-12-31")))
        .isInstanceOf(ChangeDecision.Accepted.class);
  }

  @Test
  void aTransitionOfTwelveMonthsIsTooLong() {
    // From 28 December 2026 to the last Friday of December 2027, the 31st: 369 days.
    var friday = new LastWeekday(DayOfWeek.FRIDAY, Month.DECEMBER);
    CalendarHistory history = history(entry(0, INITIAL, span(null, fixed(12, 27), null)));

    assertRefused(
        decide(history, CHANGE, span("2026-12-28", friday, "2026-11-01")),
        FISCAL_TRANSITION_TOO_LONG);
  }

  @Test
  void twoYearsCannotHaveOneLabel() {
    CalendarHistory june =
        history(
            entry(0, INITIAL, span(null, DECEMBER_31, null)),
            entry(1, CHANGE, span("2020-01-01", JUNE_30, "2019-11-01")));

    assertRefused(
        decide(june, CHANGE, span("2020-07-01", fixed(9, 30), "2020-08-01")),
        FISCAL_YEAR_LABEL_TAKEN);
  }

  @Test
  void whatHoldsAlreadyIsNoChange() {
    assertRefused(
        decide(PLAIN, CHANGE, span("2027-01-01", DECEMBER_31, "2026-11-20")),
        FISCAL_CALENDAR_UNCHANGED);
    assertRefused(
        decide(PLAIN, CORRECTION, span(null, DECEMBER_31, null)), FISCAL_CALENDAR_UNCHANGED);
  }

  @ParameterizedTest
  @CsvSource({
    "CHANGE, , , /effectiveFrom",
    "CHANGE, 1899-12-31, 1899-01-01, /effectiveFrom",
    "CHANGE, 2200-01-01, 2026-01-01, /effectiveFrom",
    "CHANGE, 2027-01-01, , /determinedOn",
    "CHANGE, 2027-01-01, 2026-11-24, /determinedOn",
    "CHANGE, 2027-01-01, 1899-12-31, /determinedOn",
    "CORRECTION, , 2026-01-01, /determinedOn"
  })
  void saysWhichFieldCannotBe(
      CalendarEntry.Kind kind, @Nullable String from, @Nullable String determined, String pointer) {
    assertThat(decide(PLAIN, kind, span(from, JUNE_30, determined)))
        .isInstanceOfSatisfying(
            ChangeDecision.Invalid.class,
            invalid -> assertThat(invalid.pointer()).isEqualTo(pointer));
  }

  @ParameterizedTest
  @CsvSource({
    "CHANGE, 2027-01-01, 2026, true",
    "CHANGE, 2026-01-01, 2025, true",
    "CHANGE, 2025-01-01, 2025, false",
    "CHANGE, 2020-01-01, 2025, false",
    "CORRECTION, 2025-01-01, 2025, false",
    "CORRECTION, , 2025, false"
  })
  void aYearWhoseAuditConcludedKeepsItsDays(
      CalendarEntry.Kind kind, @Nullable String from, String concluded, boolean accepted) {
    String determined = kind == CHANGE ? from : null;
    var rules = new ChangeRules(PLAIN, List.of(label(concluded)), day("2027-02-01"));

    ChangeDecision decision = rules.decide(kind, span(from, JUNE_30, determined));

    if (accepted) {
      assertThat(decision).isInstanceOf(ChangeDecision.Accepted.class);
    } else {
      assertRefused(decision, FISCAL_YEAR_AUDIT_CONCLUDED);
    }
  }

  @Test
  void aCorrectionMayKeepTheDaysOfAConcludedYear() {
    var rules = new ChangeRules(CHANGED, List.of(label("2019")), TODAY);

    assertThat(rules.decide(CORRECTION, span("2020-01-01", fixed(9, 30), "2019-11-01")))
        .isInstanceOf(ChangeDecision.Accepted.class);
  }

  @Test
  void aCorrectionTakesThePlaceOfAllThatBeginsOnItsDayOrLater() {
    CalendarHistory corrected =
        with(CHANGED, entry(3, CORRECTION, span("2020-01-01", fixed(9, 30), "2019-11-01")));

    assertThat(corrected.inForce()).extracting(CalendarEntry::number).containsExactly(0, 3);
    assertThat(corrected.calendar().yearOn(day("2028-01-01")).days().end()).isEqualTo("2028-09-30");
    assertThat(with(corrected, entry(4, CORRECTION, span(null, JUNE_30, null))).inForce())
        .extracting(CalendarEntry::number)
        .containsExactly(4);
  }

  @Test
  void aChangeThatDidNotComeIsCorrectedByTheRuleBeforeIt() {
    ChangeDecision decision = decide(CHANGED, CORRECTION, span("2027-07-01", JUNE_30, null));

    assertThat(decision)
        .isInstanceOfSatisfying(
            ChangeDecision.Accepted.class,
            accepted ->
                assertThat(accepted.calendar())
                    .isEqualTo(history(CHANGED.entries().subList(0, 2)).calendar()));
  }

  private static ChangeDecision decide(
      CalendarHistory history, CalendarEntry.Kind kind, CalendarSpan span) {
    return new ChangeRules(history, List.of(), TODAY).decide(kind, span);
  }

  private static void assertRefused(ChangeDecision decision, TenantsProblem problem) {
    assertThat(decision)
        .isInstanceOfSatisfying(
            ChangeDecision.Refused.class,
            refused -> assertThat(refused.problem()).isEqualTo(problem));
  }

  private static CalendarHistory history(CalendarEntry... entries) {
    return history(List.of(entries));
  }

  private static CalendarHistory history(List<CalendarEntry> entries) {
    return new CalendarHistory(entries);
  }

  private static CalendarHistory with(CalendarHistory history, CalendarEntry next) {
    return history(
        new ArrayList<>(Stream.concat(history.entries().stream(), Stream.of(next)).toList()));
  }

  private static CalendarEntry entry(int number, CalendarEntry.Kind kind, CalendarSpan span) {
    return new CalendarEntry(number, kind, span, "Because.", "somebody", Instant.EPOCH);
  }

  private static CalendarSpan span(
      @Nullable String from, YearEndRule rule, @Nullable String determined) {
    return new CalendarSpan(
        from == null ? null : day(from), rule, determined == null ? null : day(determined));
  }

  private static YearEndRule rule(String yearEnd) {
    return new FixedDay(MonthDay.parse("--" + yearEnd));
  }

  private static YearEndRule fixed(int month, int day) {
    return new FixedDay(MonthDay.of(month, day));
  }

  private static FiscalYearLabel label(String text) {
    return FiscalYearLabel.parse(text).orElseThrow();
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
