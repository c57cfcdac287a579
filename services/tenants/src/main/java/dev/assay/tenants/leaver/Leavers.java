package dev.assay.tenants.leaver;

import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.grant.Caller;
import dev.assay.tenants.TenantsProblem;
import dev.assay.tenants.grant.Revoker;
import dev.assay.tenants.person.People;
import dev.assay.tenants.person.Person;
import dev.assay.tenants.person.PersonResponse;
import dev.assay.tenants.person.PersonStates;
import dev.assay.tenants.person.PersonTransition.Cause;
import dev.assay.tenants.person.PersonViews;
import dev.assay.tenants.provisioning.ProvisioningQueue;
import dev.assay.tenants.provisioning.WorkKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Departure, return and sign-out of people who belong to one place, in the caller's name. */
@ApplicationScoped
class Leavers {

  /** Where a day begins first: no later last day has begun anywhere yet. */
  private static final ZoneOffset EASTERNMOST = ZoneOffset.ofHours(14);

  private final People people;
  private final PersonStates states;
  private final PersonViews views;
  private final DisablePerson disable;
  private final ProvisioningQueue queue;
  private final Caller caller;
  private final AuditTrail audit;
  private final Clock clock;

  Leavers(
      People people,
      PersonStates states,
      PersonViews views,
      DisablePerson disable,
      ProvisioningQueue queue,
      Caller caller,
      AuditTrail audit,
      Clock clock) {
    this.people = people;
    this.states = states;
    this.views = views;
    this.disable = disable;
    this.queue = queue;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
  }

  /** Takes all that a person has here, at once. */
  PersonResponse depart(UUID scopeId, UUID personId, DepartureRequest request) {
    Instant now = now();
    if (request.lastDay().isAfter(LocalDate.ofInstant(now, EASTERNMOST))) {
      throw ProblemException.invalid(
          "/lastDay",
          "Access ends with this request: send it on the last day, or give the grants an end.");
    }
    Person person = another(scopeId, personId);
    var by = new Revoker.Person(caller.token().subject(), caller.grant().roles());
    disable.run(
        person,
        new DisablePerson.Decision(Cause.DEPARTURE, request.lastDay(), by, now, request.reason()));
    return views.one(person);
  }

  /** Lets a disabled person in again; they hold no grants until somebody makes them anew. */
  PersonResponse reinstate(UUID scopeId, UUID personId, String reason) {
    Person person = another(scopeId, personId);
    states.takeTurns(personId);
    states.append(personId, Cause.REINSTATEMENT, null, caller.token().subject(), now(), reason);
    queue.add(WorkKind.ENABLE, personId, person.subject());
    audit.record(AuditEvent.of("person.reinstated", "PERSON", personId));
    return views.one(person);
  }

  /** Ends all sessions of a person, such as after a device was lost. */
  PersonResponse signOut(UUID scopeId, UUID personId) {
    Person person = own(scopeId, personId);
    queue.add(WorkKind.LOG_OUT, personId, person.subject());
    audit.record(AuditEvent.of("person.signed-out", "PERSON", personId));
    return views.one(person);
  }

  PersonHistoryResponse history(UUID scopeId, UUID personId) {
    Person person =
        people
            .findByIdOptional(personId)
            .filter(found -> found.scopeId().equals(scopeId))
            .orElseThrow(ProblemException::notFound);
    return PersonHistoryResponse.of(states.history(person.id()));
  }

  private Person another(UUID scopeId, UUID personId) {
    Person person = own(scopeId, personId);
    if (person.subject().equals(caller.token().subject())) {
      throw ProblemException.of(TenantsProblem.GRANT_CONCERNS_CALLER, "This person is you.");
    }
    return person;
  }

  private Person own(UUID scopeId, UUID personId) {
    Person person = people.findByIdOptional(personId).orElseThrow(ProblemException::notFound);
    if (!person.scopeId().equals(scopeId)) {
      throw ProblemException.of(
          TenantsProblem.PERSON_OF_ANOTHER_PLACE, "They only work for this client.");
    }
    return person;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
