package dev.assay.tenants.grant;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A grant with all that became of it; its status follows.
 *
 * @param extendedBy the grant that follows it
 */
record GrantHistory(
    RoleGrant grant,
    @Nullable GrantTransition approval,
    @Nullable GrantTransition revocation,
    @Nullable UUID extendedBy) {

  /** Of a grant that was made just now. */
  static GrantHistory of(RoleGrant made) {
    return new GrantHistory(made, null, null, null);
  }

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

  GrantHistory approved(GrantTransition step) {
    return new GrantHistory(grant, step, revocation, extendedBy);
  }

  GrantHistory revoked(GrantTransition step) {
    return new GrantHistory(grant, approval, step, extendedBy);
  }
}
