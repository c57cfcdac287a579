package dev.assay.evidence.hold;

/** Where a legal hold stands. It holds until it is lifted. */
public enum HoldState {
  PLACED,
  /** One person has asked for its end; it still holds. */
  RELEASE_ASKED,
  LIFTED
}
