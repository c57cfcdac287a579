package dev.assay.controls.library;

/** Whether a control keeps errors out, finds them, or mends them. */
public enum ControlType {
  PREVENTIVE,
  DETECTIVE,
  PREVENTIVE_AND_DETECTIVE,
  CORRECTIVE
}
