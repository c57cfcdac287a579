package dev.assay.tenants.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a review as it stands now.
 *
 * @param name of the person, as it is now
 * @param decided null while nobody has
 * @param endedAt when the access ended, revoked or by itself; null while it has not
 */
record ReviewLine(
    Population.Line line, String name, @Nullable Decided decided, @Nullable Instant endedAt) {

  /** What was decided on it. */
  record Decided(
      Decision decision,
      @Nullable String changeTo,
      String reason,
      String by,
      Instant at,
      boolean independent,
      @Nullable LocalDate removeBy) {}

  /** Whether the access that was to go is still in a later listing. */
  boolean outstandingIn(Population later) {
    if (decided == null) {
      return false;
    }
    return switch (decided.decision()) {
      case KEEP -> false;
      // Given again by another grant, it was not taken away.
      case REVOKE -> later.has(line.personId(), line.role());
      case CHANGE -> later.has(line.grantId());
    };
  }

  UUID grantId() {
    return line.grantId();
  }
}
