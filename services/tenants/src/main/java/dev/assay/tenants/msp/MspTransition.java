package dev.assay.tenants.msp;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One move of an MSP from one state to the next. */
@Entity
@Immutable
@IdClass(MspTransition.Key.class)
class MspTransition {

  /** The platform sees those of every MSP. */
  record Key(UUID mspId, int number) implements Serializable {}

  @Id UUID mspId;
  @Id int number;

  @Enumerated(EnumType.STRING)
  MspStatus fromStatus;

  @Enumerated(EnumType.STRING)
  MspStatus toStatus;

  String reason;
  String decidedBy;
  Instant decidedAt;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected MspTransition() {}

  MspTransition(
      Msp msp, int number, MspStatus to, String reason, String decidedBy, Instant decidedAt) {
    this.mspId = msp.id;
    this.number = number;
    this.fromStatus = msp.status;
    this.toStatus = to;
    this.reason = reason.strip();
    this.decidedBy = decidedBy;
    this.decidedAt = decidedAt;
  }
}
