package dev.assay.evidence.retention;

/** What a rule counts its years from. */
enum StartEvent {
  AUDIT_CONCLUDED,
  REAUDIT_CONCLUDED,
  REPORT_RELEASED,
  FIELDWORK_ENDED,
  ENGAGEMENT_CEASED,
  /** The end of the fiscal period in which the audit concluded, not of the one audited. */
  FISCAL_PERIOD_END
}
