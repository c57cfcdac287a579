package dev.assay.tenants.calendar;

import static dev.assay.tenants.TenantsProblem.FISCAL_CALENDAR_UNCHANGED;
import static dev.assay.tenants.TenantsProblem.FISCAL_CHANGE_CUTS_YEAR;
import static dev.assay.tenants.TenantsProblem.FISCAL_CHANGE_OUT_OF_ORDER;
import static dev.assay.tenants.TenantsProblem.FISCAL_CHANGE_TOO_LATE;
import static dev.assay.tenants.TenantsProblem.FISCAL_TRANSITION_TOO_LONG;
import static dev.assay.tenants.TenantsProblem.FISCAL_YEAR_AUDIT_CONCLUDED;
import static dev.assay.tenants.TenantsProblem.FISCAL_YEAR_LABEL_TAKEN;

import dev.assay.tenants.TenantsProblem;
import dev.assay.tenants.calendar.year.CalendarSpan;
import dev.assay.tenants.calendar.year.Continuation;
import dev.assay.tenants.calendar.year.Days;
import dev.assay.tenants.calendar.year.FiscalCalendar;
import dev.assay.tenants.calendar.year.FiscalYear;
import dev.assay.tenants.calendar.year.FiscalYearLabel;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/**
 * Whether a change or a correction can be recorded. Both begin with a fiscal year; a change comes
 * after all that is recorded, a correction takes the place of what is recorded from its day on.
 * Neither touches a year whose audit concluded, and at most one rule is yet to begin.
 *
 * @param concluded the years whose audit concluded
 * @param today at the client's place
 */
record ChangeRules(
    CalendarHistory history, Collection<FiscalYearLabel> concluded, LocalDate today) {

  private static final LocalDate FIRST = LocalDate.of(FiscalYearLabel.FIRST, 1, 1);
  private static final LocalDate LAST = LocalDate.of(FiscalYearLabel.LAST, 12, 31);

  ChangeDecision decide(CalendarEntry.Kind kind, CalendarSpan span) {
    return invalid(kind, span)
        .or(() -> outOfOrder(kind, span))
        .or(() -> tooLate(kind, span))
        .orElseGet(() -> continued(span));
  }

  private Optional<ChangeDecision> invalid(CalendarEntry.Kind kind, CalendarSpan span) {
    LocalDate from = span.from();
    LocalDate determined = span.determinedOn();
    boolean change = kind == CalendarEntry.Kind.CHANGE;
    if (from == null ? change : from.isBefore(FIRST) || from.isAfter(LAST)) {
      return invalid("/effectiveFrom", "Give the first day of a fiscal year from 1900 to 2199.");
    }
    if (change && determined == null) {
      return invalid("/determinedOn", "Say when the company determined the change.");
    }
    if (determined != null && from == null) {
      return invalid("/determinedOn", "A rule that always held was never determined.");
    }
    return determined != null && (determined.isAfter(today) || determined.isBefore(FIRST))
        ? invalid("/determinedOn", "Give a day from 1900 to today, %s.".formatted(today))
        : Optional.empty();
  }

  private Optional<ChangeDecision> outOfOrder(CalendarEntry.Kind kind, CalendarSpan span) {
    LocalDate from = span.from();
    if (from == null) {
      return Optional.empty();
    }
    CalendarSpan latest = history.inForce().getLast().span();
    if (kind == CalendarEntry.Kind.CHANGE && !latest.begunBy(from.minusDays(1))) {
      return refused(
          FISCAL_CHANGE_OUT_OF_ORDER,
          "The last recorded change begins on %s; begin after it, or record a correction."
              .formatted(latest.from()));
    }
    CalendarSpan kept = history.calendarBefore(from).spans().getLast();
    return from.isAfter(today) && !kept.begunBy(today)
        ? refused(
            FISCAL_CHANGE_OUT_OF_ORDER,
            "The rule from %s has not begun yet; wait until then, or correct it."
                .formatted(kept.from()))
        : Optional.empty();
  }

  /** A year that had ended when the change was determined keeps its end. */
  private Optional<ChangeDecision> tooLate(CalendarEntry.Kind kind, CalendarSpan span) {
    LocalDate from = span.from();
    LocalDate determined = span.determinedOn();
    if (kind != CalendarEntry.Kind.CHANGE || from == null || determined == null) {
      return Optional.empty();
    }
    FiscalYear running = history.calendar().yearOn(from);
    return determined.isAfter(running.days().end())
        ? refused(
            FISCAL_CHANGE_TOO_LATE,
            "Year %s ended on %s, before the change was determined; begin on %s or later."
                .formatted(running.label(), running.days().end(), running.days().end().plusDays(1)))
        : Optional.empty();
  }

  private ChangeDecision continued(CalendarSpan span) {
    LocalDate from = span.from();
    if (from == null) {
      return checked(FiscalCalendar.of(span.rule()));
    }
    return switch (history.calendarBefore(from).followedBy(span)) {
      case Continuation.Continued(FiscalCalendar calendar) ->
          tooLong(calendar, from).orElseGet(() -> checked(calendar));
      case Continuation.CutsYear(LocalDate at, FiscalYear inside) ->
          new ChangeDecision.Refused(
              FISCAL_CHANGE_CUTS_YEAR,
              "%s is inside year %s; begin on %s or on %s."
                  .formatted(
                      at, inside.label(), inside.days().start(), inside.days().end().plusDays(1)));
      case Continuation.LabelTwice(FiscalYearLabel label) ->
          new ChangeDecision.Refused(
              FISCAL_YEAR_LABEL_TAKEN,
              "Another fiscal year is called %s already.".formatted(label));
    };
  }

  private static Optional<ChangeDecision> tooLong(FiscalCalendar calendar, LocalDate from) {
    FiscalYear opening = calendar.yearOn(from);
    return opening.label().transition()
        ? YearEndChangeRules.on(from)
            .filter(law -> opening.days().coverMonths(law.transitionBelowMonths()))
            .flatMap(
                law ->
                    refused(
                        FISCAL_TRANSITION_TOO_LONG,
                        "From %s to %s there would be %d months or more (%s)."
                            .formatted(
                                opening.days().start(),
                                opening.days().end(),
                                law.transitionBelowMonths(),
                                law.ruleSet())))
        : Optional.empty();
  }

  private ChangeDecision checked(FiscalCalendar next) {
    FiscalCalendar now = history.calendar();
    if (next.equals(now)) {
      return new ChangeDecision.Refused(
          FISCAL_CALENDAR_UNCHANGED, "This rule holds from that day on already.");
    }
    return concluded.stream()
        .sorted()
        .filter(label -> !now.year(label).map(FiscalYear::days).equals(daysOf(next, label)))
        .findFirst()
        .<ChangeDecision>map(
            label ->
                new ChangeDecision.Refused(
                    FISCAL_YEAR_AUDIT_CONCLUDED,
                    "Year %s would have other days, and its audit concluded.".formatted(label)))
        .orElse(new ChangeDecision.Accepted(next));
  }

  private static Optional<Days> daysOf(FiscalCalendar calendar, FiscalYearLabel label) {
    return calendar.year(label).map(FiscalYear::days);
  }

  private static Optional<ChangeDecision> invalid(String pointer, String detail) {
    return Optional.of(new ChangeDecision.Invalid(pointer, detail));
  }

  private static Optional<ChangeDecision> refused(TenantsProblem problem, String detail) {
    return Optional.of(new ChangeDecision.Refused(problem, detail));
  }
}
