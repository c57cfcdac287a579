package dev.assay.evidence.drill;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the store gave out of a version; nothing when it has none.
 *
 * @param lockedUntil end of its COMPLIANCE lock in whole seconds, or null without one
 */
record Seen(@Nullable Long size, @Nullable String sha256, @Nullable Instant lockedUntil) {

  static final Seen NOTHING = new Seen(null, null, null);
}
