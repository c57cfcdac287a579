package dev.assay.evidence.work;

/** What is to be done for a file. */
public enum WorkKind {
  /** See whether an upload that did not end left an object, parts or a row, and settle which. */
  SETTLE,
  /** Read back, verify, lock for as long as the rule asks, seal. */
  SEAL,
  /** See once more whether an object came to be after its upload was given up. */
  RECHECK
}
