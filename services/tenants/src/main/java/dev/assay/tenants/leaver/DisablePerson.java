package dev.assay.tenants.leaver;

import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.tenancy.permission.Role.Side;
import dev.assay.tenancy.scope.InnerScope;
import dev.assay.tenancy.scope.TenantScope;
import dev.assay.tenants.directory.Accounts;
import dev.assay.tenants.grant.RevokeAll;
import dev.assay.tenants.grant.Revoker;
import dev.assay.tenants.person.Person;
import dev.assay.tenants.person.PersonStates;
import dev.assay.tenants.person.PersonTransition;
import dev.assay.tenants.provisioning.ProvisioningQueue;
import dev.assay.tenants.provisioning.WorkKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes everything from a person that they have here, in the one transaction that runs: their
 * state, every grant at the place and, for the MSP's people, at each of its clients. Their account
 * is switched off after it, unless somebody else's place still needs it.
 */
@ApplicationScoped
public class DisablePerson {

  private final PersonStates states;
  private final RevokeAll revokeAll;
  private final Accounts accounts;
  private final InnerScope inner;
  private final ProvisioningQueue queue;
  private final AuditTrail audit;
  private final Event<PersonLeaves> leaves;

  DisablePerson(
      PersonStates states,
      RevokeAll revokeAll,
      Accounts accounts,
      InnerScope inner,
      ProvisioningQueue queue,
      AuditTrail audit,
      Event<PersonLeaves> leaves) {
    this.states = states;
    this.revokeAll = revokeAll;
    this.accounts = accounts;
    this.inner = inner;
    this.queue = queue;
    this.audit = audit;
    this.leaves = leaves;
  }

  /** Why, in whose name and when; the last day is a departure's. */
  public record Decision(
      PersonTransition.Cause cause,
      @Nullable LocalDate lastDay,
      Revoker by,
      Instant at,
      String reason) {}

  /**
   * Disables a person of the current scope.
   *
   * @return how many grants were taken away
   */
  public int run(Person person, Decision decision) {
    // Before the lock on the person: an invitation's end takes both in this order.
    leaves.fire(new PersonLeaves(person.id(), decision.by(), decision.at()));
    states.takeTurns(person.id());
    states.append(
        person.id(),
        decision.cause(),
        decision.lastDay(),
        decision.by().subject(),
        decision.at(),
        decision.reason());
    int revoked = revoke(person, decision);
    queue.add(WorkKind.DISABLE, person.id(), person.subject());
    record(
        AuditEvent.of("person.disabled", "PERSON", person.id())
            .with("cause", decision.cause())
            .with("lastDay", decision.lastDay())
            .with("grantsRevoked", revoked),
        decision.by());
    return revoked;
  }

  private int revoke(Person person, Decision decision) {
    int revoked = revokeHere(person, decision);
    if (person.side() == Side.MSP) {
      UUID msp = person.scopeId();
      for (UUID client : accounts.clientsWithGrantsOf(msp, person.id())) {
        revoked +=
            inner.in(new TenantScope.Client(msp, client), () -> revokeHere(person, decision));
      }
    }
    return revoked;
  }

  private int revokeHere(Person person, Decision decision) {
    return revokeAll.of(person.id(), decision.by(), decision.at(), decision.reason());
  }

  private void record(AuditEvent event, Revoker by) {
    switch (by) {
      case Revoker.Person caller -> audit.record(event);
      case Revoker.Worker worker -> audit.record(event, worker.actor());
    }
  }
}
