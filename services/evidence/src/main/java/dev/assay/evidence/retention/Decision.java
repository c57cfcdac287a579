package dev.assay.evidence.retention;

import dev.assay.evidence.store.ObjectVersion;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * How long a file is kept, and how long it is locked so far.
 *
 * @param lockedUntil the end of its lock, as the store last confirmed it
 * @param lengthened how often its lock was lengthened after sealing
 */
record Decision(
    UUID file,
    ObjectVersion version,
    Instant lockedUntil,
    int lengthened,
    Retention retention,
    LawRuleSet law) {

  /** When the lock must end: never before it does, in whole seconds as stores keep it. */
  Instant neededUntil(Instant now) {
    return neededUntil(lockedUntil, now);
  }

  /** As a lock must end that now ends then. */
  Instant neededUntil(Instant locked, Instant now) {
    return retention.lockFor(locked, now, law.lock()).truncatedTo(ChronoUnit.SECONDS);
  }
}
