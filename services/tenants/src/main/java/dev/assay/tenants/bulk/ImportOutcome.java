package dev.assay.tenants.bulk;

/** What became of a row: something new, nothing that was not there before, or nothing at all. */
public enum ImportOutcome {
  CREATED,
  UNCHANGED,
  REJECTED
}
