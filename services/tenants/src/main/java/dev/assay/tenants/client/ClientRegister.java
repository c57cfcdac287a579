package dev.assay.tenants.client;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.assay.audit.AuditEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** New clients of an MSP, one by one or many at once, in the MSP's own scope. */
@ApplicationScoped
public class ClientRegister {

  private final Clients clients;
  private final Clock clock;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  ClientRegister(Clients clients, Clock clock) {
    this.clients = clients;
    this.clock = clock;
  }

  /** Adds a client that a {@link #flush()} writes; its event is the caller's to record. */
  public AuditEvent add(UUID msp, ClientRequest request) {
    return created(enter(msp, request));
  }

  /** The state of the client in whose scope we are. */
  public ClientStatus statusHere() {
    return clients
        .getEntityManager()
        .createQuery("select c.status from Client c", ClientStatus.class)
        .getSingleResult();
  }

  /** Writes what was added. */
  public void flush() {
    clients.flush();
  }

  Client enter(UUID msp, ClientRequest request) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var client = new Client(ids.generate(), msp, now, request);
    clients.persist(client);
    return client;
  }

  static AuditEvent created(Client client) {
    return AuditEvent.of("client.created", "CLIENT", client.id)
        .with("fiscalYearEnd", client.fiscalYearEnd())
        .with("timeZone", client.timeZone)
        .with("filerStatus", client.filerStatus)
        .with("status", client.status);
  }
}
