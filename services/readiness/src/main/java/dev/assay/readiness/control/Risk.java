package dev.assay.readiness.control;

/** How much a failure of the control could matter. */
public enum Risk {
  LOW,
  MEDIUM,
  HIGH
}
