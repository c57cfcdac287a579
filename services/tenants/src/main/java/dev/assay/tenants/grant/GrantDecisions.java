package dev.assay.tenants.grant;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.assay.audit.AuditTrail;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.grant.Caller;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Role;
import dev.assay.tenants.TenantsProblem;
import dev.assay.tenants.grant.Authority.Turn;
import dev.assay.tenants.grant.GrantVerdicts.Decider;
import dev.assay.tenants.grant.GrantVerdicts.Holder;
import dev.assay.tenants.grant.GrantVerdicts.Refusal;
import dev.assay.tenants.person.People;
import dev.assay.tenants.person.Person;
import dev.assay.tenants.person.PersonStates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Giving, extending, approving and taking away roles, each in the caller's own name. */
@ApplicationScoped
class GrantDecisions {

  private final RoleGrants grants;
  private final Revocations revocations;
  private final Authority authority;
  private final Caller caller;
  private final People people;
  private final PersonStates states;
  private final ServiceAccountOwners owners;
  private final AuditTrail audit;
  private final Clock clock;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  GrantDecisions(
      RoleGrants grants,
      Revocations revocations,
      Authority authority,
      Caller caller,
      People people,
      PersonStates states,
      ServiceAccountOwners owners,
      AuditTrail audit,
      Clock clock) {
    this.grants = grants;
    this.revocations = revocations;
    this.authority = authority;
    this.caller = caller;
    this.people = people;
    this.states = states;
    this.owners = owners;
    this.audit = audit;
    this.clock = clock;
  }

  GrantResponse grant(GrantPlaceIds place, GrantRequest request) {
    Decider by = decider(place, makes(place), turnToGive(request.role()));
    Instant now = now();
    GrantTerms terms = GrantTerms.of(request, now);
    Person person =
        people
            .findByIdOptional(request.personId())
            .orElseThrow(() -> ProblemException.invalid("/personId", "No such person here."));
    refuse(
        GrantVerdicts.onGrant(
            by,
            terms.role(),
            place.level(),
            Holder.of(person),
            mspHasAdmin(by, terms.role(), now)));
    return make(place, person, terms, by, now);
  }

  GrantResponse extend(GrantPlaceIds place, UUID grantId, ExtensionRequest request) {
    Decider by = decider(place, makes(place), Turn.ALONE);
    Instant now = now();
    GrantHistory history = find(grantId);
    RoleGrant grant = history.grant();
    Person person = people.findById(grant.personId);
    refuse(
        GrantVerdicts.onExtension(
            by,
            grant.role,
            place.level(),
            Holder.of(person),
            mspHasAdmin(by, grant.role, now),
            history.statusAt(now),
            grant.validUntil != null));
    return make(place, person, GrantTerms.following(grant, request, now), by, now);
  }

  private GrantResponse make(
      GrantPlaceIds place, Person person, GrantTerms terms, Decider by, Instant now) {
    states.requireActive(person.id());
    GrantTerms complete =
        terms.role() == Role.INTEGRATION ? terms.answeredForBy(ownerOf(person)) : terms;
    var grant = new RoleGrant(ids.generate(), place, person, complete, by.subject(), now);
    grants.add(grant);
    audit.record(
        Revocations.event("grant.made", grant)
            .with("needsApproval", grant.needsApproval)
            .with("extends", grant.extendsId)
            .with("responsible", grant.responsibleId));
    return GrantResponse.of(GrantHistory.of(grant), now);
  }

  private UUID ownerOf(Person account) {
    return owners
        .currentOf(account.id())
        .map(owner -> owner.ownerId)
        .orElseThrow(
            () ->
                ProblemException.of(
                    TenantsProblem.SERVICE_ACCOUNT_UNOWNED, "No owner was ever named for it."));
  }

  GrantResponse approve(GrantPlaceIds place, UUID grantId, String reason) {
    // Two first executives, approved at once, must not both count as the first.
    Decider by = decider(place, Permission.GRANT_APPROVE, Turn.ALONE);
    Instant now = now();
    GrantHistory history = find(grantId);
    RoleGrant grant = history.grant();
    refuse(
        GrantVerdicts.onApproval(
            by,
            grant.role,
            grant.subject,
            grant.grantedBy,
            history.statusAt(now),
            grants.anyInForce(Role.CLIENT_EXECUTIVE, grant.subject, now)));
    var approval =
        new GrantTransition(grantId, GrantTransition.Step.APPROVED, by.subject(), now, reason);
    grants.approve(approval);
    audit.record(Revocations.event("grant.approved", grant));
    return GrantResponse.of(history.approved(approval), now);
  }

  GrantResponse revoke(GrantPlaceIds place, UUID grantId, String reason) {
    Permission needed =
        place.level() == GrantRules.Level.PLATFORM
            ? Permission.PLATFORM_GRANT
            : Permission.GRANT_REVOKE;
    Decider by = decider(place, needed, Turn.ALONE);
    Instant now = now();
    GrantHistory history = find(grantId);
    refuse(
        GrantVerdicts.onRevocation(by, history.grant().role, place.level(), history.statusAt(now)));
    return GrantResponse.of(revocations.revoke(history, by.subject(), now, reason), now);
  }

  private Decider decider(GrantPlaceIds place, Permission needed, Turn turn) {
    return new Decider(caller.token().subject(), authority.ofCaller(place, needed, turn).roles());
  }

  /**
   * An operator gives an MSP an admin only while it has none, so that must not change meanwhile.
   */
  private static Turn turnToGive(Role role) {
    return role == Role.MSP_ADMIN ? Turn.ALONE : Turn.SHARED;
  }

  private boolean mspHasAdmin(Decider by, Role role, Instant now) {
    return role == Role.MSP_ADMIN
        && by.roles().contains(Role.PLATFORM_OPERATOR)
        && grants.anyInForce(Role.MSP_ADMIN, "", now);
  }

  private static Permission makes(GrantPlaceIds place) {
    return place.level() == GrantRules.Level.PLATFORM
        ? Permission.PLATFORM_GRANT
        : Permission.GRANT_WRITE;
  }

  private GrantHistory find(UUID grantId) {
    return grants.find(grantId).orElseThrow(ProblemException::notFound);
  }

  /** Taken after the turn, so that the times of decisions follow their order. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static void refuse(Optional<Refusal> verdict) {
    verdict.ifPresent(
        refusal -> {
          throw ProblemException.of(refusal.problem(), refusal.detail());
        });
  }
}
