package dev.assay.tenants.calendar;

import dev.assay.tenants.TenantsProblem;
import dev.assay.tenants.calendar.year.FiscalCalendar;

/** What becomes of a proposed entry of the fiscal calendar. */
sealed interface ChangeDecision {

  /** It can be recorded, and this is the calendar then. */
  record Accepted(FiscalCalendar calendar) implements ChangeDecision {}

  /** It breaks a rule of calendars; the detail says what would not. */
  record Refused(TenantsProblem problem, String detail) implements ChangeDecision {}

  /** One field cannot be. */
  record Invalid(String pointer, String detail) implements ChangeDecision {}
}
