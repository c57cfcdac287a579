package dev.assay.tenants.invitation;

import static dev.assay.tenants.TenantsProblem.INVITATION_ALREADY_OPEN;
import static dev.assay.tenants.TenantsProblem.INVITATION_ENDED;
import static dev.assay.tenants.TenantsProblem.PERSON_ALREADY_KNOWN;
import static dev.assay.tenants.TenantsProblem.PERSON_DISABLED;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.grant.Caller;
import dev.assay.tenancy.permission.Role.Side;
import dev.assay.tenants.grant.Revoker;
import dev.assay.tenants.leaver.DisablePerson;
import dev.assay.tenants.person.People;
import dev.assay.tenants.person.PersonState;
import dev.assay.tenants.person.PersonStates;
import dev.assay.tenants.person.PersonTransition;
import dev.assay.tenants.person.PersonTransition.Cause;
import dev.assay.tenants.provisioning.ProvisioningQueue;
import dev.assay.tenants.provisioning.WorkKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Inviting people, sending it again and taking it back, in the caller's name. */
@ApplicationScoped
class Inviting {

  private final Invitations invitations;
  private final InvitationViews views;
  private final MailHashes hashes;
  private final People people;
  private final PersonStates states;
  private final DisablePerson disable;
  private final ProvisioningQueue queue;
  private final Caller caller;
  private final AuditTrail audit;
  private final Clock clock;
  private final Duration lifetime;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  Inviting(
      Invitations invitations,
      InvitationViews views,
      MailHashes hashes,
      People people,
      PersonStates states,
      DisablePerson disable,
      ProvisioningQueue queue,
      Caller caller,
      AuditTrail audit,
      Clock clock,
      @ConfigProperty(name = "assay.invitations.lifetime", defaultValue = "7D") Duration lifetime) {
    this.invitations = invitations;
    this.views = views;
    this.hashes = hashes;
    this.people = people;
    this.states = states;
    this.disable = disable;
    this.queue = queue;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
    this.lifetime = lifetime;
  }

  /** Writes the invitation and asks for the account; Keycloak is told after this transaction. */
  InvitationResponse invite(UUID scopeId, Side side, InvitationRequest request) {
    if (!InvitationRules.fits(request.role(), side)) {
      throw ProblemException.invalid(
          "/role", "%s is not a role for people of the side %s.".formatted(request.role(), side));
    }
    MailAddress mail = mail(request.mail());
    String hash = hashes.of(scopeId, mail);
    invitations.ofMail(hash).forEach(this::requireGone);
    Instant now = now();
    var invitation =
        new Invitation(
            ids.generate(),
            caller.grant().mspId(),
            scopeId,
            mail,
            hash,
            request,
            caller.token().subject(),
            now,
            now.plus(lifetime));
    invitations.add(invitation);
    queue.add(WorkKind.CREATE, invitation.id, null);
    queue.add(WorkKind.EXPIRE, invitation.id, null, lifetime);
    audit.record(event("invitation.made", invitation));
    return views.one(invitation.id).withoutMail();
  }

  private static MailAddress mail(String text) {
    try {
      return new MailAddress(text);
    } catch (IllegalArgumentException malformed) {
      throw ProblemException.invalid("/mail", "Give one mail address, such as name@example.com.");
    }
  }

  /** Whoever never came may be invited again; whoever left comes back by a reinstatement. */
  private void requireGone(Invitation earlier) {
    if (earlier.isOpen()) {
      throw ProblemException.of(
          INVITATION_ALREADY_OPEN, "It is the invitation " + earlier.id + ".");
    }
    if (earlier.personId != null) {
      Optional<PersonTransition> last = states.last(earlier.personId);
      if (last.isEmpty() || last.get().state() == PersonState.ACTIVE) {
        throw ProblemException.of(
            PERSON_ALREADY_KNOWN, "It is the person " + earlier.personId + ".");
      }
      if (last.get().cause() == Cause.DEPARTURE) {
        throw ProblemException.of(
            PERSON_DISABLED, "It is the person " + earlier.personId + ", who has left.");
      }
    }
  }

  /** Starts the invitation's time anew, and sends what has to be sent once more. */
  InvitationResponse sendAgain(UUID id) {
    Instant now = now();
    Invitation invitation = requireOpen(id, now);
    invitation.expiresAt = now.plus(lifetime);
    queue.add(WorkKind.EXPIRE, id, null, lifetime);
    if (invitation.personId == null) {
      queue.add(WorkKind.CREATE, id, null);
    } else {
      queue.add(
          WorkKind.SEND, id, people.findByIdOptional(invitation.personId).orElseThrow().subject());
    }
    audit.record(event("invitation.sent-again", invitation));
    return views.one(id).withoutMail();
  }

  /** Takes an invitation back, and with it the person that came of it. */
  InvitationResponse withdraw(UUID id, String reason) {
    Instant now = now();
    Invitation invitation = requireOpen(id, now);
    String by = caller.token().subject();
    invitations.end(invitation, InvitationStatus.WITHDRAWN, by, now, reason);
    queue.withdraw(id, WorkKind.CREATE, WorkKind.SEND, WorkKind.EXPIRE);
    if (invitation.personId != null) {
      disable.run(
          people.findByIdOptional(invitation.personId).orElseThrow(),
          new DisablePerson.Decision(
              Cause.INVITATION_WITHDRAWN,
              null,
              new Revoker.Person(by, caller.grant().roles()),
              now,
              reason));
    }
    audit.record(event("invitation.withdrawn", invitation));
    return views.one(id).withoutMail();
  }

  private Invitation requireOpen(UUID id, Instant now) {
    Invitation invitation = invitations.lock(id).orElseThrow(ProblemException::notFound);
    if (!invitation.isOpen() || !now.isBefore(invitation.expiresAt)) {
      throw ProblemException.of(INVITATION_ENDED, "Nothing can be decided about it any more.");
    }
    return invitation;
  }

  static AuditEvent event(String action, Invitation invitation) {
    return AuditEvent.of(action, "INVITATION", invitation.id)
        .with("role", invitation.role)
        .with("mailHash", invitation.mailHash)
        .with("expiresAt", invitation.expiresAt)
        .with("personId", invitation.personId);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
