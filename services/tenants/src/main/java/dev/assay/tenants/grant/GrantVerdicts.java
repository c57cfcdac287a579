package dev.assay.tenants.grant;

import static dev.assay.tenants.TenantsProblem.GRANT_ALREADY_REVOKED;
import static dev.assay.tenants.TenantsProblem.GRANT_BEYOND_OWN_ROLE;
import static dev.assay.tenants.TenantsProblem.GRANT_CONCERNS_CALLER;
import static dev.assay.tenants.TenantsProblem.GRANT_ENDED;
import static dev.assay.tenants.TenantsProblem.GRANT_NOT_EXTENDABLE;
import static dev.assay.tenants.TenantsProblem.GRANT_NOT_PENDING;
import static dev.assay.tenants.TenantsProblem.ROLE_NOT_FOR_PERSON;

import dev.assay.tenancy.permission.Role;
import dev.assay.tenants.TenantsProblem;
import dev.assay.tenants.person.Person;
import java.util.Optional;
import java.util.Set;

/** Whether a decision on a grant may be made: everything that depends on who, what and where. */
final class GrantVerdicts {

  /**
   * Who decides.
   *
   * @param roles what they are in the place of the grant, at that moment
   */
  record Decider(String subject, Set<Role> roles) {}

  /** Whom a grant is for. */
  record Holder(String subject, Role.Side side, Person.Kind kind) {
    static Holder of(Person person) {
      return new Holder(person.subject(), person.side(), person.kind());
    }
  }

  /** Why not, and what about it this time. */
  record Refusal(TenantsProblem problem, String detail) {}

  private GrantVerdicts() {}

  static Optional<Refusal> onGrant(
      Decider by, Role role, GrantRules.Level level, Holder holder, boolean mspHasAdmin) {
    if (!GrantRules.mayGrant(by.roles(), role, level, mspHasAdmin)) {
      boolean adminsDecide = mspHasAdmin && GrantRules.mayGrant(by.roles(), role, level, false);
      return refused(
          GRANT_BEYOND_OWN_ROLE,
          adminsDecide
              ? "This MSP has an admin, who decides on further ones."
              : "Your roles here do not let you grant " + role + ".");
    }
    if (holder.subject().equals(by.subject())) {
      return refused(GRANT_CONCERNS_CALLER, "This person is you.");
    }
    if (!GrantRules.fits(role, holder.side(), holder.kind())) {
      return refused(
          ROLE_NOT_FOR_PERSON,
          "%s is not a role for a %s of the side %s."
              .formatted(role, holder.kind(), holder.side()));
    }
    return Optional.empty();
  }

  /** An extension is a grant like any other, of a role that its holder has or had until its end. */
  static Optional<Refusal> onExtension(
      Decider by,
      Role role,
      GrantRules.Level level,
      Holder holder,
      boolean mspHasAdmin,
      GrantStatus status,
      boolean ends) {
    Optional<Refusal> refusal = onGrant(by, role, level, holder, mspHasAdmin);
    if (refusal.isPresent()) {
      return refusal;
    }
    if (!ends) {
      return refused(GRANT_NOT_EXTENDABLE, "It has no end.");
    }
    return switch (status) {
      case ACTIVE, SCHEDULED, EXPIRED -> Optional.empty();
      case PENDING_APPROVAL, REVOKED -> refused(GRANT_NOT_EXTENDABLE, "It is " + status + ".");
    };
  }

  static Optional<Refusal> onApproval(
      Decider by,
      Role role,
      String holder,
      String granter,
      GrantStatus status,
      boolean clientHasAnotherExecutive) {
    Role approver = GrantRules.approverOf(role, clientHasAnotherExecutive);
    if (!by.roles().contains(approver)) {
      return refused(GRANT_BEYOND_OWN_ROLE, "The approval of a " + approver + " is needed here.");
    }
    if (by.subject().equals(holder) || by.subject().equals(granter)) {
      return refused(GRANT_CONCERNS_CALLER, "You are its holder, or you made the grant yourself.");
    }
    return status == GrantStatus.PENDING_APPROVAL
        ? Optional.empty()
        : refused(GRANT_NOT_PENDING, "It is " + status + ".");
  }

  static Optional<Refusal> onRevocation(
      Decider by, Role role, GrantRules.Level level, GrantStatus status) {
    if (!GrantRules.mayRevoke(by.roles(), role, level)) {
      return refused(GRANT_BEYOND_OWN_ROLE, "Your roles here do not let you revoke " + role + ".");
    }
    return switch (status) {
      case PENDING_APPROVAL, SCHEDULED, ACTIVE -> Optional.empty();
      case REVOKED -> refused(GRANT_ALREADY_REVOKED, "It was revoked before.");
      case EXPIRED -> refused(GRANT_ENDED, "Its time was over before.");
    };
  }

  private static Optional<Refusal> refused(TenantsProblem problem, String detail) {
    return Optional.of(new Refusal(problem, detail));
  }
}
