package dev.assay.controls.year;

/** What a control was concluded to be; it is not started while no conclusion is accepted. */
public enum ControlStatus {
  NOT_STARTED,
  DESIGNED,
  EFFECTIVE,
  INEFFECTIVE,
  INCONCLUSIVE,
  NOT_APPLICABLE
}
