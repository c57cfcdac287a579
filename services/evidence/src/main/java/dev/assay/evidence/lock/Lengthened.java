package dev.assay.evidence.lock;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lock that the store has made longer, and why.
 *
 * @param number which lengthening of this file it is, from 1
 * @param previousUntil when the lock ended before, as far as was written down
 * @param lockedUntil when it ends, as the store said afterwards
 * @param neededUntil what the decision asked
 * @param governingRule the rule that led to the day, where there is one
 */
public record Lengthened(
    UUID file,
    int number,
    Instant previousUntil,
    Instant lockedUntil,
    Instant neededUntil,
    String status,
    String ruleSet,
    @Nullable String governingRule) {

  public Lengthened {
    if (!lockedUntil.isAfter(previousUntil) || lockedUntil.isBefore(neededUntil)) {
      throw new IllegalArgumentException("a lock only becomes longer, and as long as is needed");
    }
  }
}
