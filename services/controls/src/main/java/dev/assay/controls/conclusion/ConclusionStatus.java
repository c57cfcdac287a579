package dev.assay.controls.conclusion;

/** What somebody can conclude about a control. */
public enum ConclusionStatus {
  DESIGNED,
  EFFECTIVE,
  INEFFECTIVE,
  INCONCLUSIVE,
  NOT_APPLICABLE;

  /** Whether nobody may say so without evidence, nor about a control that nobody operates. */
  boolean givesAssurance() {
    return this == EFFECTIVE;
  }
}
