package dev.assay.tenants.grant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A grant with all that became of it; its status follows. */
record GrantHistory(
    RoleGrant grant, @Nullable GrantTransition approval, @Nullable GrantTransition revocation) {

  GrantStatus statusAt(Instant now) {
    if (revocation != null) {
      return GrantStatus.REVOKED;
    }
    if (grant.validUntil != null && !now.isBefore(grant.validUntil)) {
      return GrantStatus.EXPIRED;
    }
    if (grant.needsApproval && approval == null) {
      return GrantStatus.PENDING_APPROVAL;
    }
    return now.isBefore(grant.validFrom) ? GrantStatus.SCHEDULED : GrantStatus.ACTIVE;
  }
}
