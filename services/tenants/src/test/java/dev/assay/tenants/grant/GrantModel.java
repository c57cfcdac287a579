package dev.assay.tenants.grant;

import dev.assay.tenancy.permission.Role;
import dev.assay.tenants.grant.GrantVerdicts.Decider;
import dev.assay.tenants.grant.GrantVerdicts.Holder;
import dev.assay.tenants.person.Person;
import java.util.Set;

/** The verdicts on grants, for tests of other packages. */
public final class GrantModel {

  private GrantModel() {}

  public static boolean mayGrant(
      String by,
      Set<Role> roles,
      Role role,
      GrantRules.Level level,
      String holder,
      Role.Side side,
      Person.Kind kind,
      boolean mspHasAdmin) {
    return GrantVerdicts.onGrant(
            new Decider(by, roles), role, level, new Holder(holder, side, kind), mspHasAdmin)
        .isEmpty();
  }

  public static boolean mayExtend(
      String by,
      Set<Role> roles,
      Role role,
      GrantRules.Level level,
      String holder,
      Role.Side side,
      Person.Kind kind,
      boolean mspHasAdmin,
      GrantStatus status) {
    return GrantVerdicts.onExtension(
            new Decider(by, roles),
            role,
            level,
            new Holder(holder, side, kind),
            mspHasAdmin,
            status,
            true)
        .isEmpty();
  }

  public static boolean mayApprove(
      String by,
      Set<Role> roles,
      Role role,
      String holder,
      String granter,
      GrantStatus status,
      boolean clientHasAnotherExecutive) {
    return GrantVerdicts.onApproval(
            new Decider(by, roles), role, holder, granter, status, clientHasAnotherExecutive)
        .isEmpty();
  }

  public static boolean mayRevoke(
      String by, Set<Role> roles, Role role, GrantRules.Level level, GrantStatus status) {
    return GrantVerdicts.onRevocation(new Decider(by, roles), role, level, status).isEmpty();
  }

  public static boolean needsApproval(Role role) {
    return GrantRules.needsApproval(role);
  }
}
