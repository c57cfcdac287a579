package dev.assay.evidence.drill;

/** What can be wrong with a file that a drill fetched, the worst first. */
enum Finding {
  /** The store has no such version. */
  MISSING,
  SIZE_DIFFERS,
  DIGEST_DIFFERS,
  /** It has no lock in COMPLIANCE mode. */
  LOCK_MISSING,
  /** Its lock ends before the vault says. */
  LOCK_SHORTER
}
