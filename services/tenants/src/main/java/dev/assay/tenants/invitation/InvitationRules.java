package dev.assay.tenants.invitation;

import dev.assay.tenancy.permission.Role;
import dev.assay.tenancy.permission.Role.Side;

/** Who can be invited where, and what they set up at their first sign-in. */
final class InvitationRules {

  private InvitationRules() {}

  /** Whether somebody who is meant for this role belongs to a place of this side. */
  static boolean fits(Role role, Side place) {
    return role.side() == place && role != Role.INTEGRATION && role != Role.BREAK_GLASS;
  }

  /**
   * Whether they must set up their second factor before they first come in: those whose word alone
   * signs or gives access. Others set theirs up when something first asks for it.
   */
  static boolean needsSecondFactor(Role role) {
    return switch (role) {
      case CLIENT_EXECUTIVE, PLATFORM_OPERATOR -> true;
      case MSP_ADMIN,
          MSP_TECHNICIAN,
          MSP_REVIEWER,
          CONTROL_OWNER,
          AUDITOR,
          INTEGRATION,
          BREAK_GLASS ->
          false;
    };
  }
}
