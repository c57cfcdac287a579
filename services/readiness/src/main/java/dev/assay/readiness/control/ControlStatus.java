package dev.assay.readiness.control;

/**
 * What testing and evaluation have shown of a control. An ineffective control that was rated stands
 * under its rating.
 */
public enum ControlStatus {
  EFFECTIVE,
  REMEDIATED_AWAITING_RETEST,
  CONTROL_DEFICIENCY,
  SIGNIFICANT_DEFICIENCY,
  MATERIAL_WEAKNESS,
  DESIGNED,
  NOT_IMPLEMENTED,
  NOT_STARTED,
  INEFFECTIVE,
  INCONCLUSIVE,
  DID_NOT_OPERATE,
  NOT_APPLICABLE
}
