package dev.assay.tenants.invitation;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.assay.audit.AuditActor;
import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.tenancy.scope.Scopes;
import dev.assay.tenancy.scope.TenantScope;
import dev.assay.tenants.person.People;
import dev.assay.tenants.person.Person;
import dev.assay.tenants.person.PersonState;
import dev.assay.tenants.person.PersonStates;
import dev.assay.tenants.person.PersonTransition;
import dev.assay.tenants.person.PersonTransition.Cause;
import dev.assay.tenants.provisioning.ProvisioningQueue;
import dev.assay.tenants.provisioning.Provisionings;
import dev.assay.tenants.provisioning.Work;
import dev.assay.tenants.provisioning.WorkKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a worker needs to know of an invitation, and what it writes once there is an account. */
@ApplicationScoped
public class InvitedAccounts {

  private static final AuditActor ACTOR = AuditActor.system("provisioning");

  private final Invitations invitations;
  private final People people;
  private final PersonStates states;
  private final ProvisioningQueue queue;
  private final Provisionings provisionings;
  private final Scopes scopes;
  private final AuditTrail audit;
  private final Clock clock;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  InvitedAccounts(
      Invitations invitations,
      People people,
      PersonStates states,
      ProvisioningQueue queue,
      Provisionings provisionings,
      Scopes scopes,
      AuditTrail audit,
      Clock clock) {
    this.invitations = invitations;
    this.people = people;
    this.states = states;
    this.queue = queue;
    this.provisionings = provisionings;
    this.scopes = scopes;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * An account that is wanted.
   *
   * @param mail address and user name; personal
   * @param secondFactor whether a second factor is set up at the first sign-in
   * @param remaining how long the invitation is still open
   */
  public record Wanted(String mail, boolean secondFactor, Duration remaining) {
    /** Shows no address. */
    @Override
    public String toString() {
      return "Wanted[" + secondFactor + ", " + remaining + "]";
    }
  }

  /** What became of an account that was made or found. */
  public enum Outcome {
    /** Somebody is a person here with it now. */
    TAKEN,
    /** It cannot be taken; the reason is recorded. */
    REFUSED,
    /** The invitation has ended, or somebody else does this work. */
    NOT_WANTED
  }

  /** The account that an invitation wants, unless it has ended meanwhile. */
  public Optional<Wanted> wanted(Work work) {
    Instant now = clock.instant();
    return scopes.inTransaction(
        work.scope(),
        () ->
            invitations
                .find(work.entity())
                .map(InvitationHistory::invitation)
                .filter(open -> open.mail != null && now.isBefore(open.expiresAt))
                .map(
                    open ->
                        new Wanted(
                            String.valueOf(open.mail),
                            InvitationRules.needsSecondFactor(open.role),
                            Duration.between(now, open.expiresAt))));
  }

  /**
   * Makes whoever signs in with this account a person of the place, and asks for the mail to them.
   *
   * @param switchOn whether the account is off and has to be switched on for them
   */
  public Outcome take(Work work, String subject, boolean switchOn) {
    return scopes.inTransaction(
        work.scope(),
        () -> {
          Invitation invitation = invitations.lock(work.entity()).orElseThrow();
          if (!queue.done(work) || !invitation.isOpen()) {
            return Outcome.NOT_WANTED;
          }
          Optional<Person> known = people.findBySubject(invitation.scopeId, subject);
          String refused = known.map(person -> refusal(person.id())).orElse(null);
          if (refused != null) {
            provisionings.failed(work, refused);
            return Outcome.REFUSED;
          }
          Person person = known.orElseGet(() -> register(work.scope(), invitation, subject));
          if (known.isPresent()) {
            states.takeTurns(person.id());
            states.append(
                person.id(),
                Cause.REINSTATEMENT,
                null,
                invitation.invitedBy,
                now(),
                "Invited again.");
            audit.record(AuditEvent.of("person.reinstated", "PERSON", person.id()), ACTOR);
          }
          if (switchOn || known.isPresent()) {
            queue.add(WorkKind.ENABLE, person.id(), subject);
          }
          invitation.personId = person.id();
          queue.knownAs(invitation.id, subject);
          queue.add(WorkKind.SEND, invitation.id, subject);
          provisionings.done(work);
          return Outcome.TAKEN;
        });
  }

  /** Why somebody who is known here cannot be invited; null when they never came. */
  private @Nullable String refusal(UUID person) {
    Optional<PersonTransition> last = states.last(person);
    if (last.isEmpty() || last.get().state() == PersonState.ACTIVE) {
      return "person-already-known";
    }
    return last.get().cause() == Cause.DEPARTURE ? "person-disabled" : null;
  }

  private Person register(TenantScope scope, Invitation invitation, String subject) {
    UUID client = scope instanceof TenantScope.Client ofClient ? ofClient.clientId() : null;
    var person =
        new Person(
            ids.generate(),
            invitation.mspId,
            client,
            subject,
            invitation.displayName,
            Person.Kind.PERSON,
            now());
    people.add(person);
    audit.record(
        AuditEvent.of("person.registered", "PERSON", person.id())
            .with("subject", subject)
            .with("kind", Person.Kind.PERSON)
            .with("side", person.side())
            .with("invitationId", invitation.id),
        ACTOR);
    return person;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
