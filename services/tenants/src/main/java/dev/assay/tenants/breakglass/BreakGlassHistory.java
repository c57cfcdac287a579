package dev.assay.tenants.breakglass;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Broken glass with all that became of it; its status follows. */
record BreakGlassHistory(
    BreakGlass broken,
    @Nullable BreakGlassTransition end,
    @Nullable BreakGlassTransition acknowledgement) {

  BreakGlassStatus statusAt(Instant now) {
    if (end != null) {
      return BreakGlassStatus.ENDED;
    }
    return now.isBefore(broken.validUntil) ? BreakGlassStatus.IN_FORCE : BreakGlassStatus.EXPIRED;
  }
}
