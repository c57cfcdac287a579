package dev.assay.evidence.retention;

/** Where a record's retention stands; the first that fits. */
enum RetentionStatus {
  /** A legal hold: nothing ends, whatever day is known. */
  HELD,
  /** The audit has not concluded, or its day is not known: there is no end yet. */
  NOT_STARTED,
  DATED
}
