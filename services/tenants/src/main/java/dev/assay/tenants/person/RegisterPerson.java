package dev.assay.tenants.person;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.tenants.provisioning.AccountsOff;
import dev.assay.tenants.provisioning.ProvisioningQueue;
import dev.assay.tenants.provisioning.WorkKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes somebody known at the platform, an MSP or a client, which grants nothing yet. */
@ApplicationScoped
class RegisterPerson {

  private final People people;
  private final PersonViews views;
  private final AccountsOff off;
  private final ProvisioningQueue queue;
  private final AuditTrail audit;
  private final Clock clock;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  RegisterPerson(
      People people,
      PersonViews views,
      AccountsOff off,
      ProvisioningQueue queue,
      AuditTrail audit,
      Clock clock) {
    this.people = people;
    this.views = views;
    this.off = off;
    this.queue = queue;
    this.audit = audit;
    this.clock = clock;
  }

  /** The answer 201 with the new person's address. */
  Response at(UUID mspId, @Nullable UUID clientId, PersonRequest request, UriInfo uri) {
    Person person = at(mspId, clientId, request);
    return Response.created(uri.getAbsolutePathBuilder().path(person.id.toString()).build())
        .entity(views.one(person))
        .build();
  }

  /** The new person, written now. */
  Person at(UUID mspId, @Nullable UUID clientId, PersonRequest request) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var person = new Person(ids.generate(), mspId, clientId, request, now);
    if (off.containAndStay(person.subject)) {
      // Whoever left elsewhere comes here: what was switched off for their leaving goes on again.
      queue.add(WorkKind.ENABLE, person.id, person.subject);
    }
    people.add(person);
    audit.record(
        AuditEvent.of("person.registered", "PERSON", person.id)
            .with("subject", person.subject)
            .with("kind", person.kind)
            .with("side", person.side()));
    return person;
  }
}
