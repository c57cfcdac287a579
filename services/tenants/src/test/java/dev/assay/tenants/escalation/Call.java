package dev.assay.tenants.escalation;

import dev.assay.tenancy.permission.Role;
import dev.assay.tenancy.permission.Role.Side;

/** One call of the API in somebody's name. */
sealed interface Call {

  Somebody by();

  /** For a person who is known at the MSP or at the client, as the side says. */
  record Grant(Somebody by, Somebody holder, Side side, Role role, Place place) implements Call {}

  record Extend(Somebody by, Given given) implements Call {}

  record Approve(Somebody by, Given given) implements Call {}

  record Revoke(Somebody by, Given given) implements Call {}

  /** Opens a review of the place, if need be, and decides REVOKE on this grant's line. */
  record ReviewAway(Somebody by, Given given) implements Call {}

  record BreakGlass(Somebody by) implements Call {}
}
