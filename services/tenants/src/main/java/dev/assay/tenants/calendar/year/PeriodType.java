package dev.assay.tenants.calendar.year;

/** What a fiscal period is of its year. */
public enum PeriodType {
  YEAR,
  HALF_YEAR,
  QUARTER,
  /** The short time between the last year under one rule and the first under the next. */
  TRANSITION
}
