package dev.assay.tenants.review;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far a review is, counted from its rows.
 *
 * @param outstanding removals whose access is still there
 * @param firstRemoveBy the last day for the first of those, null when there is none
 * @param removedLate whether a removal was carried out after its last day
 * @param closed how it closed, null while it has not
 */
record ReviewProgress(
    int lines,
    int kept,
    int revoked,
    int changed,
    int outstanding,
    @Nullable LocalDate firstRemoveBy,
    boolean removedLate,
    @Nullable ReviewStatus closed) {

  int decided() {
    return kept + revoked + changed;
  }

  /** "A review without removals carried out is a failed review" (rulebook 3). */
  ReviewStatus statusOn(LocalDate today) {
    if (closed != null) {
      return closed;
    }
    if (removedLate || (firstRemoveBy != null && today.isAfter(firstRemoveBy))) {
      return ReviewStatus.FAILED;
    }
    return decided() == lines ? ReviewStatus.AWAITING_PROOF : ReviewStatus.OPEN;
  }

  /** Whether it should have gone further by now. */
  boolean overdueOn(LocalDate today, LocalDate decideBy, LocalDate completeBy) {
    return switch (statusOn(today)) {
      case OPEN -> today.isAfter(decideBy);
      case AWAITING_PROOF -> today.isAfter(completeBy);
      case COMPLETED, FAILED -> false;
    };
  }
}
