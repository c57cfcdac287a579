package dev.assay.tenants.grant;

import static dev.assay.tenancy.permission.Role.AUDITOR;
import static dev.assay.tenancy.permission.Role.BREAK_GLASS;
import static dev.assay.tenancy.permission.Role.CLIENT_EXECUTIVE;
import static dev.assay.tenancy.permission.Role.CONTROL_OWNER;
import static dev.assay.tenancy.permission.Role.INTEGRATION;
import static dev.assay.tenancy.permission.Role.MSP_ADMIN;
import static dev.assay.tenancy.permission.Role.MSP_REVIEWER;
import static dev.assay.tenancy.permission.Role.MSP_TECHNICIAN;
import static dev.assay.tenancy.permission.Role.PLATFORM_OPERATOR;

import dev.assay.tenancy.permission.Role;
import dev.assay.tenants.person.Person;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who may give, approve and take away which role where: nobody above their own role, an MSP never
 * alone where its client's independence is at stake.
 */
public final class GrantRules {

  /** The kinds of place where grants stand. */
  public enum Level {
    PLATFORM,
    MSP,
    CLIENT
  }

  private static final Set<Role> FROM_ADMIN_AT_MSP =
      EnumSet.of(MSP_ADMIN, MSP_TECHNICIAN, MSP_REVIEWER);
  private static final Set<Role> FROM_ADMIN_AT_CLIENT =
      EnumSet.of(
          MSP_TECHNICIAN, MSP_REVIEWER, INTEGRATION, CONTROL_OWNER, CLIENT_EXECUTIVE, AUDITOR);

  private GrantRules() {}

  /**
   * Whether one of these roles lets its holder give this role here.
   *
   * @param mspHasAdmin an operator gives an MSP its first admin, and a new one when none is left;
   *     all others are the admin's own choice
   */
  static boolean mayGrant(Collection<Role> granter, Role role, Level level, boolean mspHasAdmin) {
    return granter.stream()
        .anyMatch(
            holds ->
                switch (holds) {
                  case PLATFORM_OPERATOR ->
                      level == Level.PLATFORM
                          ? role == PLATFORM_OPERATOR
                          : level == Level.MSP && role == MSP_ADMIN && !mspHasAdmin;
                  case MSP_ADMIN -> adminGrantsAt(level).contains(role);
                  case MSP_TECHNICIAN,
                      MSP_REVIEWER,
                      CLIENT_EXECUTIVE,
                      CONTROL_OWNER,
                      AUDITOR,
                      INTEGRATION,
                      BREAK_GLASS ->
                      false;
                });
  }

  /** Whether one of these roles lets its holder take this role away here. */
  public static boolean mayRevoke(Collection<Role> revoker, Role role, Level level) {
    return revoker.stream()
        .anyMatch(
            holds ->
                switch (holds) {
                  case PLATFORM_OPERATOR ->
                      role
                          == switch (level) {
                            case PLATFORM -> PLATFORM_OPERATOR;
                            case MSP -> MSP_ADMIN;
                            case CLIENT -> CLIENT_EXECUTIVE;
                          };
                  case MSP_ADMIN -> adminGrantsAt(level).contains(role);
                  case MSP_TECHNICIAN,
                      MSP_REVIEWER,
                      CLIENT_EXECUTIVE,
                      CONTROL_OWNER,
                      AUDITOR,
                      INTEGRATION,
                      BREAK_GLASS ->
                      false;
                });
  }

  private static Set<Role> adminGrantsAt(Level level) {
    return switch (level) {
      case PLATFORM -> Set.of();
      case MSP -> FROM_ADMIN_AT_MSP;
      case CLIENT -> FROM_ADMIN_AT_CLIENT;
    };
  }

  /** Whether a grant of this role has no effect before somebody else approves it. */
  static boolean needsApproval(Role role) {
    return role == CLIENT_EXECUTIVE || role == AUDITOR;
  }

  /**
   * Whose approval counts. An operator vouches for a client's first executive; from then on the
   * client's executives decide on further ones, and on auditors.
   *
   * @param clientHasExecutive whether there is one in force who is not the holder: nobody approves
   *     for themselves, so an only executive who is extended is vouched for like the first
   */
  static Role approverOf(Role role, boolean clientHasExecutive) {
    return role == CLIENT_EXECUTIVE && !clientHasExecutive ? PLATFORM_OPERATOR : CLIENT_EXECUTIVE;
  }

  /** Whether such a person can hold this role: it is of their side, and meant for their kind. */
  static boolean fits(Role role, Role.Side side, Person.Kind kind) {
    Person.Kind meant = role == INTEGRATION ? Person.Kind.SERVICE_ACCOUNT : Person.Kind.PERSON;
    return role.side() == side && kind == meant;
  }
}
