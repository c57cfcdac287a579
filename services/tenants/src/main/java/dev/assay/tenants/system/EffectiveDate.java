package dev.assay.tenants.system;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

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
   * The date of a version for which none is given. What waits for approval is corrected, and keeps
   * its date; what was decided is followed from today on, but never before it takes effect itself.
   *
   * @param before the date of the version before; null when it has none on record
   */
  static LocalDate unlessGiven(
      @Nullable LocalDate before, SystemState stateBefore, LocalDate today) {
    if (before == null) {
      return today;
    }
    return stateBefore == SystemState.PROPOSED || before.isAfter(today) ? before : today;
  }
}
