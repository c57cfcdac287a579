package dev.assay.tenants.transfer;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** Where a transfer stands; the client has moved with COMPLETED and not a moment before. */
public enum TransferStatus {
  PROPOSED,
  ACCEPTED,
  COMPLETED,
  DECLINED,
  WITHDRAWN;

  /** What follows from the steps that were taken. */
  static TransferStatus of(Collection<TransferStep.Step> taken) {
    Set<TransferStep.Step> steps = EnumSet.noneOf(TransferStep.Step.class);
    steps.addAll(taken);
    if (steps.contains(TransferStep.Step.APPROVED)) {
      return COMPLETED;
    }
    if (steps.contains(TransferStep.Step.DECLINED)) {
      return DECLINED;
    }
    if (steps.contains(TransferStep.Step.WITHDRAWN)) {
      return WITHDRAWN;
    }
    return steps.contains(TransferStep.Step.ACCEPTED) ? ACCEPTED : PROPOSED;
  }

  /** Whether somebody may still decide on it. */
  boolean isOpen() {
    return this == PROPOSED || this == ACCEPTED;
  }
}
