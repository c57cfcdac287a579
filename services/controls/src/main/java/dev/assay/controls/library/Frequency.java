package dev.assay.controls.library;

/** How often a control is performed. */
public enum Frequency {
  EVENT,
  CONTINUOUS,
  MULTIPLE_PER_DAY,
  DAILY,
  WEEKLY,
  MONTHLY,
  QUARTERLY,
  ANNUAL
}
