package dev.assay.controls.library;

/** Whether a control that a client runs for another framework serves SOX as it is. */
public enum ReuseClass {
  REUSE,
  ADAPT,
  SOX_SPECIFIC
}
