package dev.assay.tenants.escalation;

import dev.assay.tenancy.permission.Role;
import dev.assay.tenants.grant.GrantModel;
import dev.assay.tenants.grant.GrantStatus;

/** A grant as the model knows it; all of them begin at once and end one day. */
record Given(
    Somebody holder,
    Role.Side side,
    Role role,
    Place place,
    Somebody granter,
    Somebody approver,
    boolean revoked) {

  GrantStatus status() {
    if (revoked) {
      return GrantStatus.REVOKED;
    }
    return GrantModel.needsApproval(role) && approver == null
        ? GrantStatus.PENDING_APPROVAL
        : GrantStatus.ACTIVE;
  }

  boolean inForce() {
    return status() == GrantStatus.ACTIVE;
  }

  Given approvedBy(Somebody somebody) {
    return new Given(holder, side, role, place, granter, somebody, revoked);
  }

  Given taken() {
    return new Given(holder, side, role, place, granter, approver, true);
  }
}
