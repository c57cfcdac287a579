package dev.assay.controls.conclusion;

/** What a reviewer decided about a conclusion. */
public enum Decision {
  ACCEPTED,
  RETURNED
}
