package dev.assay.tenants.grant;

import static dev.assay.tenants.TenantsProblem.GRANT_BEYOND_OWN_ROLE;
import static dev.assay.tenants.TenantsProblem.GRANT_CONCERNS_CALLER;
import static dev.assay.tenants.TenantsProblem.GRANT_NOT_PENDING;
import static dev.assay.tenants.TenantsProblem.ROLE_NOT_FOR_PERSON;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.grant.Caller;
import dev.assay.tenancy.permission.Role;
import dev.assay.tenants.TenantsProblem;
import dev.assay.tenants.person.People;
import dev.assay.tenants.person.Person;
import dev.assay.tenants.person.PersonStates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Giving, approving and taking away roles, each in the caller's own name. */
@ApplicationScoped
class GrantDecisions {

  private final RoleGrants grants;
  private final People people;
  private final PersonStates states;
  private final Caller caller;
  private final AuditTrail audit;
  private final Clock clock;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  GrantDecisions(
      RoleGrants grants,
      People people,
      PersonStates states,
      Caller caller,
      AuditTrail audit,
      Clock clock) {
    this.grants = grants;
    this.people = people;
    this.states = states;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
  }

  GrantResponse grant(GrantPlaceIds place, GrantRequest request) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    requirePossiblePeriod(request, now);
    Person person =
        people
            .findByIdOptional(request.personId())
            .orElseThrow(() -> ProblemException.invalid("/personId", "No such person here."));
    requireMayGrant(place, request.role(), now);
    if (person.subject().equals(caller.token().subject())) {
      throw ProblemException.of(GRANT_CONCERNS_CALLER, "This person is you.");
    }
    states.requireActive(person.id());
    if (!GrantRules.fits(request.role(), person)) {
      throw ProblemException.of(
          ROLE_NOT_FOR_PERSON,
          "%s is not a role for a %s of the side %s."
              .formatted(request.role(), person.kind(), person.side()));
    }
    var grant =
        new RoleGrant(ids.generate(), place, person, request, caller.token().subject(), now);
    grants.add(grant);
    audit.record(event("grant.made", grant).with("needsApproval", grant.needsApproval));
    return GrantResponse.of(new GrantHistory(grant, null, null), now);
  }

  private static void requirePossiblePeriod(GrantRequest request, Instant now) {
    Instant from = request.validFrom() == null ? now : request.validFrom();
    if (from.isBefore(now)) {
      throw ProblemException.invalid(
          "/validFrom", "No grant begins in the past; leave it out to begin at once.");
    }
    Instant until = request.validUntil();
    if (until == null && request.role() == Role.AUDITOR) {
      throw ProblemException.invalid("/validUntil", "Say when the auditor's access ends.");
    }
    if (until != null && !until.isAfter(from)) {
      throw ProblemException.invalid("/validUntil", "The end lies after the beginning.");
    }
  }

  private void requireMayGrant(GrantPlaceIds place, Role role, Instant now) {
    boolean asOperator = caller.grant().roles().contains(Role.PLATFORM_OPERATOR);
    boolean mspHasAdmin = false;
    if (asOperator && role == Role.MSP_ADMIN) {
      grants.takeTurns(place);
      mspHasAdmin = grants.anyInForce(Role.MSP_ADMIN, now);
    }
    if (!GrantRules.mayGrant(caller.grant().roles(), role, place.level(), mspHasAdmin)) {
      throw ProblemException.of(
          GRANT_BEYOND_OWN_ROLE,
          mspHasAdmin
              ? "This MSP has an admin, who decides on further ones."
              : "Your roles here do not let you grant " + role + ".");
    }
  }

  GrantResponse approve(GrantPlaceIds place, UUID grantId, String reason) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    // Two first executives, approved at once, must not both count as the first.
    grants.takeTurns(place);
    GrantHistory history = find(grantId);
    RoleGrant grant = history.grant();
    Role approver =
        GrantRules.approverOf(grant.role, grants.anyInForce(Role.CLIENT_EXECUTIVE, now));
    if (!caller.grant().roles().contains(approver)) {
      throw ProblemException.of(
          GRANT_BEYOND_OWN_ROLE, "The approval of a " + approver + " is needed here.");
    }
    String subject = caller.token().subject();
    if (subject.equals(grant.subject) || subject.equals(grant.grantedBy)) {
      throw ProblemException.of(
          GRANT_CONCERNS_CALLER, "You are its holder, or you made the grant yourself.");
    }
    if (history.statusAt(now) != GrantStatus.PENDING_APPROVAL) {
      throw ProblemException.of(GRANT_NOT_PENDING, "It is " + history.statusAt(now) + ".");
    }
    var approval =
        new GrantTransition(grantId, GrantTransition.Step.APPROVED, subject, now, reason);
    grants.approve(approval);
    audit.record(event("grant.approved", grant));
    return GrantResponse.of(new GrantHistory(grant, approval, history.revocation()), now);
  }

  GrantResponse revoke(GrantPlaceIds place, UUID grantId, String reason) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    GrantHistory history = find(grantId);
    RoleGrant grant = history.grant();
    if (!GrantRules.mayRevoke(caller.grant().roles(), grant.role, place.level())) {
      throw ProblemException.of(
          GRANT_BEYOND_OWN_ROLE, "Your roles here do not let you revoke " + grant.role + ".");
    }
    if (history.revocation() != null) {
      throw ProblemException.of(TenantsProblem.GRANT_ALREADY_REVOKED, "It was revoked before.");
    }
    var revocation =
        new GrantTransition(
            grantId, GrantTransition.Step.REVOKED, caller.token().subject(), now, reason);
    grants.revoke(revocation);
    audit.record(event("grant.revoked", grant));
    return GrantResponse.of(new GrantHistory(grant, history.approval(), revocation), now);
  }

  private GrantHistory find(UUID grantId) {
    return grants.find(grantId).orElseThrow(ProblemException::notFound);
  }

  static AuditEvent event(String action, RoleGrant grant) {
    return AuditEvent.of(action, "GRANT", grant.id)
        .with("personId", grant.personId)
        .with("role", grant.role)
        .with("validFrom", grant.validFrom)
        .with("validUntil", grant.validUntil);
  }
}
