package dev.assay.tenants.invitation;

import dev.assay.audit.AuditActor;
import dev.assay.audit.AuditTrail;
import dev.assay.tenancy.scope.Scopes;
import dev.assay.tenants.grant.Revoker;
import dev.assay.tenants.leaver.DisablePerson;
import dev.assay.tenants.leaver.PersonLeaves;
import dev.assay.tenants.person.People;
import dev.assay.tenants.person.PersonTransition.Cause;
import dev.assay.tenants.provisioning.ProvisioningQueue;
import dev.assay.tenants.provisioning.Work;
import dev.assay.tenants.provisioning.WorkKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Ends invitations that nobody decides on: their time is over, or their person has left. */
@ApplicationScoped
public class EndedInvitations {

  private static final AuditActor ACTOR = AuditActor.system("invitations");
  private static final String LEFT = "The person was disabled before they ever came.";
  private static final String NEVER_CAME = "Nobody accepted the invitation in time.";

  private final Invitations invitations;
  private final People people;
  private final DisablePerson disable;
  private final ProvisioningQueue queue;
  private final Scopes scopes;
  private final AuditTrail audit;
  private final Clock clock;

  EndedInvitations(
      Invitations invitations,
      People people,
      DisablePerson disable,
      ProvisioningQueue queue,
      Scopes scopes,
      AuditTrail audit,
      Clock clock) {
    this.invitations = invitations;
    this.people = people;
    this.disable = disable;
    this.queue = queue;
    this.scopes = scopes;
    this.audit = audit;
    this.clock = clock;
  }

  /** Ends an invitation whose time is over, and takes away what the person was given meanwhile. */
  public void expire(Work work) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    scopes.runInTransaction(
        work.scope(),
        () -> {
          // Locked before the work is given back: whoever sends it again wins or comes too late.
          invitations
              .lock(work.entity())
              .filter(Invitation::isOpen)
              .filter(open -> !now.isBefore(open.expiresAt))
              .ifPresent(over -> end(over, now));
          queue.done(work);
        });
  }

  private void end(Invitation over, Instant now) {
    invitations.end(over, InvitationStatus.EXPIRED, ACTOR.subject(), now, null);
    queue.withdraw(over.id, WorkKind.CREATE, WorkKind.SEND);
    audit.record(Inviting.event("invitation.expired", over), ACTOR);
    if (over.personId != null) {
      disable.run(
          people.findByIdOptional(over.personId).orElseThrow(),
          new DisablePerson.Decision(
              Cause.INVITATION_EXPIRED, null, new Revoker.Worker(ACTOR), now, NEVER_CAME));
    }
  }

  void onLeaving(@Observes PersonLeaves leaving) {
    for (Invitation open : invitations.openOf(leaving.personId())) {
      invitations.end(open, InvitationStatus.WITHDRAWN, leaving.by().subject(), leaving.at(), LEFT);
      queue.withdraw(open.id, WorkKind.SEND, WorkKind.EXPIRE);
      audit.record(Inviting.event("invitation.withdrawn", open), ACTOR);
    }
  }
}
