package dev.assay.readiness.control;

import org.jspecify.annotations.Nullable;

/**
 * One control of one client's year, as far as readiness asks about it.
 *
 * @param controlId the library's id, such as {@code AM-04}
 * @param status what testing and evaluation have shown, as far as a reviewer signed it off
 * @param key whether the conclusion relies on it
 * @param risk how much a failure could matter
 * @param earlierSeverity what it was rated before it was remediated; null when nothing is known
 * @param awaitingReview whether a newer conclusion still needs a reviewer's sign-off, and does not
 *     count yet
 */
public record ControlStanding(
    String controlId,
    ControlStatus status,
    boolean key,
    Risk risk,
    @Nullable Severity earlierSeverity,
    boolean awaitingReview) {

  /** Whether the control is a material weakness, or was one and has not passed its re-test. */
  public boolean isOpenMaterialWeakness() {
    return status == ControlStatus.MATERIAL_WEAKNESS
        || (status == ControlStatus.REMEDIATED_AWAITING_RETEST
            && earlierSeverity == Severity.MATERIAL_WEAKNESS);
  }
}
