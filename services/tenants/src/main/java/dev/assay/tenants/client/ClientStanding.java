package dev.assay.tenants.client;

import dev.assay.tenancy.scope.Scopes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What other features ask of the client in scope, and what they derive for it. */
@ApplicationScoped
public class ClientStanding {

  /** When its fiscal years end, and in which zone its dates are meant. */
  public record Calendar(FiscalYearEnd yearEnd, ZoneId zone) {}

  private final Clients clients;
  private final Scopes scopes;

  ClientStanding(Clients clients, Scopes scopes) {
    this.clients = clients;
    this.scopes = scopes;
  }

  public UUID id() {
    return scopes.client().clientId();
  }

  /** The client's calendar. */
  public Calendar calendar() {
    return calendarOf(clients.findById(id()));
  }

  /** As {@link #calendar()}, and nobody else changes the client or derives for it meanwhile. */
  public Calendar lock() {
    return calendarOf(clients.findById(id(), LockModeType.PESSIMISTIC_WRITE));
  }

  /**
   * Lets the client be read with this status from now on, in place of the one that was entered.
   *
   * @param status null when nothing tells it any more
   * @return whether it was another before; then the client's version has changed too
   */
  public boolean derive(@Nullable FilerStatus status) {
    Client client = clients.findById(id());
    boolean changed = client.derivedFilerStatus != status;
    client.derivedFilerStatus = status;
    clients.flush();
    return changed;
  }

  private static Calendar calendarOf(Client client) {
    return new Calendar(client.fiscalYearEnd(), ZoneId.of(client.timeZone));
  }
}
