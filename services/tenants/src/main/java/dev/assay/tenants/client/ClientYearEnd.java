package dev.assay.tenants.client;

import dev.assay.http.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client's fiscal calendar asks of the client, and keeps true there. */
@ApplicationScoped
public class ClientYearEnd {

  /**
   * A client as its calendar sees it.
   *
   * @param yearEnd with which it was onboarded, as long as nothing else was recorded
   */
  public record Standing(
      UUID id,
      FiscalYearEnd yearEnd,
      ZoneId zone,
      @Nullable FilerStatus filerStatus,
      Instant createdAt) {}

  /**
   * The day on or near which years end.
   *
   * @param weekday on which all years end; null when they end on the day itself
   */
  public record Nominal(FiscalYearEnd day, @Nullable DayOfWeek weekday) {}

  private final Clients clients;

  ClientYearEnd(Clients clients) {
    this.clients = clients;
  }

  public Standing read(UUID clientId) {
    return standing(clients.findByIdOptional(clientId));
  }

  /** As {@link #read}, and nobody else changes the client or its calendar meanwhile. */
  public Standing lock(UUID clientId) {
    return standing(clients.findByIdOptional(clientId, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Lets the client be read with these year ends. */
  public void keep(UUID clientId, Nominal today) {
    change(clientId).yearEndIs(today);
    clients.flush();
  }

  /** As {@link #keep(UUID, Nominal)}, and with the next one from this day on. */
  public void keep(UUID clientId, Nominal today, Nominal next, LocalDate from) {
    Client client = change(clientId);
    client.yearEndIs(today);
    client.yearEndWillBe(next, from);
    clients.flush();
  }

  private Client change(UUID clientId) {
    return clients.findByIdOptional(clientId).orElseThrow(ProblemException::notFound);
  }

  private static Standing standing(Optional<Client> found) {
    Client client = found.orElseThrow(ProblemException::notFound);
    return new Standing(
        client.id,
        client.fiscalYearEnd(),
        ZoneId.of(client.timeZone),
        client.filerStatus,
        client.createdAt);
  }
}
