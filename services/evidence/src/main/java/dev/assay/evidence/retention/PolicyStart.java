package dev.assay.evidence.retention;

/** What a policy's years count from. */
enum PolicyStart {
  /** The end of the fiscal year in which the item's period ends. */
  FISCAL_YEAR_END,
  /** The day on which the year's audit concluded, or the second one. */
  AUDIT_CONCLUDED
}
