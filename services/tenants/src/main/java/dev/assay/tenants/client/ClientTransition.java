package dev.assay.tenants.client;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** One move of the client in whose scope we are; its number tells which. */
@Entity
@Immutable
class ClientTransition {

  @Id int number;

  @Enumerated(EnumType.STRING)
  ClientStatus fromStatus;

  @Enumerated(EnumType.STRING)
  ClientStatus toStatus;

  String reason;
  String decidedBy;
  Instant decidedAt;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected ClientTransition() {}

  ClientTransition(
      int number, ClientLifecycle.Move move, String reason, String decidedBy, Instant decidedAt) {
    this.number = number;
    this.fromStatus = move.from();
    this.toStatus = move.to();
    this.reason = reason.strip();
    this.decidedBy = decidedBy;
    this.decidedAt = decidedAt;
  }
}
