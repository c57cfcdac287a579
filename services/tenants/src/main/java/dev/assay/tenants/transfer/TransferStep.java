package dev.assay.tenants.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What one of the three parties decided on a transfer; each step happens at most once. */
@Entity
@Immutable
@Table(name = "client_transfer_step")
@IdClass(TransferStep.Key.class)
class TransferStep {

  /** What can become of a proposal. */
  enum Step {
    ACCEPTED,
    APPROVED,
    DECLINED,
    WITHDRAWN
  }

  /** Each transfer takes each step once. */
  record Key(UUID transferId, Step step) implements Serializable {}

  @Id UUID transferId;

  @Id
  @Enumerated(EnumType.STRING)
  Step step;

  UUID clientId;

  @Column(name = "msp_id")
  UUID toMspId;

  UUID fromMspId;
  String reason;
  String decidedBy;
  Instant decidedAt;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected TransferStep() {}

  TransferStep(Transfer transfer, Step step, String reason, String decidedBy, Instant decidedAt) {
    this.transferId = transfer.id;
    this.step = step;
    this.clientId = transfer.clientId;
    this.toMspId = transfer.toMspId;
    this.fromMspId = transfer.fromMspId;
    this.reason = reason.strip();
    this.decidedBy = decidedBy;
    this.decidedAt = decidedAt;
  }
}
