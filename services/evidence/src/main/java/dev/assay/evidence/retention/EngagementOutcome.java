package dev.assay.evidence.retention;

/** How the audit ended whose record this is. */
enum EngagementOutcome {
  REPORT_ISSUED,
  NO_REPORT_ISSUED,
  CEASED,
  IN_PROGRESS,
  /** Not the record of an audit: policies alone decide. */
  NONE
}
