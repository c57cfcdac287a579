package dev.assay.tenants.review;

import dev.assay.tenants.grant.AccessRules;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When the next review of a place is due.
 *
 * @param since the day from which the time is counted: that of the last completed review's listing,
 *     or that on which the place came to be
 * @param reviewed whether there was such a review
 * @param dueOn the last day by which the next listing is to be frozen
 */
record ReviewSchedule(Coverage coverage, LocalDate since, boolean reviewed, LocalDate dueOn) {

  /**
   * @param lastOfAll when the last completed review of all access was opened, null when there was
   *     none
   * @param lastOfPrivileged the same of privileged access alone
   */
  static ReviewSchedule of(
      Coverage coverage,
      @Nullable Instant lastOfAll,
      @Nullable Instant lastOfPrivileged,
      Instant placeSince,
      AccessRules.Review rules) {
    Instant last =
        switch (coverage) {
          case ALL -> lastOfAll;
          case PRIVILEGED -> later(lastOfAll, lastOfPrivileged);
        };
    Instant counted = last == null ? placeSince : last;
    LocalDate since = counted.atZone(rules.zone()).toLocalDate();
    return new ReviewSchedule(
        coverage, since, last != null, since.plusMonths(coverage.everyMonths(rules)));
  }

  boolean overdueOn(LocalDate today) {
    return today.isAfter(dueOn);
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }
}
