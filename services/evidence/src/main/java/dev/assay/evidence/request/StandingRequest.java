package dev.assay.evidence.request;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A request and where it stands now: a view, written by {@link RequestLedger} alone. */
@Entity
@Immutable
@Table(name = "evidence_request_current")
@SuppressWarnings("NullAway.Init") // Hibernate fills it.
public class StandingRequest {

  @Id private UUID id;
  private UUID clientId;
  private @Nullable UUID seriesId;
  private @Nullable UUID controlTestId;
  private String controlId;
  private String title;
  private String asked;
  private LocalDate periodFrom;
  private LocalDate periodTo;
  private String timeZone;
  private String raisedBy;
  private Instant raisedAt;
  private int step;

  @Enumerated(EnumType.STRING)
  private RequestState state;

  private int terms;
  private UUID assigneePersonId;
  private LocalDate dueOn;
  private Instant dueUntil;

  protected StandingRequest() {}

  public UUID id() {
    return id;
  }

  UUID clientId() {
    return clientId;
  }

  Optional<UUID> seriesId() {
    return Optional.ofNullable(seriesId);
  }

  Optional<UUID> controlTestId() {
    return Optional.ofNullable(controlTestId);
  }

  String controlId() {
    return controlId;
  }

  String title() {
    return title;
  }

  String asked() {
    return asked;
  }

  LocalDate periodFrom() {
    return periodFrom;
  }

  LocalDate periodTo() {
    return periodTo;
  }

  /** Where the due day is read. */
  public String timeZone() {
    return timeZone;
  }

  String raisedBy() {
    return raisedBy;
  }

  Instant raisedAt() {
    return raisedAt;
  }

  /** The number of the last step; raising is step 0. */
  int step() {
    return step;
  }

  public RequestState state() {
    return state;
  }

  /** Which terms hold: how often assignee or due day were set. */
  public int terms() {
    return terms;
  }

  public UUID assigneePersonId() {
    return assigneePersonId;
  }

  public LocalDate dueOn() {
    return dueOn;
  }

  /** The first instant that is late. */
  Instant dueUntil() {
    return dueUntil;
  }

  /** One more with each step and each change of terms. */
  long version() {
    return (long) step + terms;
  }
}
