package dev.assay.controls.readiness;

/** How bad a deficiency was rated (AS 1305.01-.03). */
public enum Severity {
  CONTROL_DEFICIENCY,
  SIGNIFICANT_DEFICIENCY,
  MATERIAL_WEAKNESS
}
