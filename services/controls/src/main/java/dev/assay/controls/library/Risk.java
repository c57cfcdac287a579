package dev.assay.controls.library;

/** How much a failure of the control could matter to financial reporting. */
public enum Risk {
  HIGH,
  MEDIUM,
  LOW
}
