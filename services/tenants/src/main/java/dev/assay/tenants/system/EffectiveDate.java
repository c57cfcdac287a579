package dev.assay.tenants.system;

import java.time.LocalDate;

/** From when a version says how the system is. */
final class EffectiveDate {

  /** ICFR is asked for since the Sarbanes-Oxley Act of 2002. */
  static final LocalDate FIRST = LocalDate.of(2002, 1, 1);

  static final LocalDate LAST = LocalDate.of(2100, 12, 31);

  static final String BOUNDS = "Give a date from %s to %s.".formatted(FIRST, LAST);

  private EffectiveDate() {}

  static boolean possible(LocalDate date) {
    return !date.isBefore(FIRST) && !date.isAfter(LAST);
  }

  /**
   * The date of a version for which none is given. What was not approved is corrected, and keeps
   * its date; what was approved is followed from today on, but never before it takes effect itself.
   *
   * @param before the date of the version before
   */
  static LocalDate unlessGiven(LocalDate before, SystemState stateBefore, LocalDate today) {
    return switch (stateBefore) {
      case PROPOSED, REJECTED -> before;
      case APPROVED, RETIRED -> before.isAfter(today) ? before : today;
    };
  }
}
