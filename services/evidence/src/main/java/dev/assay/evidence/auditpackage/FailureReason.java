package dev.assay.evidence.auditpackage;

/** Why a package will never be; what only delays it is tried again instead. */
enum FailureReason {
  /** The store does not hold a file as it was sealed. */
  EVIDENCE_DAMAGED,
  /** A second build came to other bytes than the first one had announced. */
  NOT_REPRODUCIBLE,
  /** What the store holds is not what was built. */
  PACKAGE_DAMAGED
}
