package dev.assay.evidence.drill;

import dev.assay.evidence.store.ObjectVersion;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A file of a sample, and what the vault says of it.
 *
 * @param position its place in the sample, from 1
 * @param lockedUntil how long its COMPLIANCE lock lasts at least
 */
record Pick(
    int position, UUID file, ObjectVersion version, long size, String sha256, Instant lockedUntil) {

  /** What is wrong with what was seen, the worst first; nothing when it is as the vault says. */
  List<Finding> findings(Seen seen) {
    if (seen.size() == null) {
      return List.of(Finding.MISSING);
    }
    List<Finding> findings = new ArrayList<>();
    if (seen.size() != size) {
      findings.add(Finding.SIZE_DIFFERS);
    }
    if (!sha256.equals(seen.sha256())) {
      findings.add(Finding.DIGEST_DIFFERS);
    }
    if (seen.lockedUntil() == null) {
      findings.add(Finding.LOCK_MISSING);
    } else if (seen.lockedUntil().isBefore(lockedUntil.truncatedTo(ChronoUnit.SECONDS))) {
      findings.add(Finding.LOCK_SHORTER);
    }
    return findings;
  }
}
