package dev.assay.controls.year;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who does what with a control; null is nobody yet.
 *
 * @param ownerPersonId who answers for it
 * @param operatorPersonId who performs it
 * @param reviewerPersonId who is to review conclusions on it; never the operator
 * @param dueOn by when it should be concluded
 */
public record Assignment(
    @Nullable UUID ownerPersonId,
    @Nullable UUID operatorPersonId,
    @Nullable UUID reviewerPersonId,
    @Nullable LocalDate dueOn) {

  public Assignment {
    if (operatorPersonId != null && operatorPersonId.equals(reviewerPersonId)) {
      throw new IllegalArgumentException("whoever operates a control does not review it");
    }
  }
}
