package dev.assay.controls.library;

/** Who performs a control: people, a system, or people with what a system gives them. */
public enum Nature {
  MANUAL,
  IT_DEPENDENT_MANUAL,
  AUTOMATED
}
