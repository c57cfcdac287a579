package dev.assay.tenants.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One MSP's proposal that another one takes a client over. Never changed: steps are rows. */
@Entity
@Immutable
@Table(name = "client_transfer")
class Transfer {

  @Id UUID id;

  @Column(insertable = false)
  UUID clientId;

  @Column(name = "msp_id")
  UUID toMspId;

  @Column(insertable = false)
  UUID fromMspId;

  String clientName;
  String reason;
  String proposedBy;
  Instant proposedAt;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected Transfer() {}

  Transfer(
      UUID id,
      UUID clientId,
      UUID fromMspId,
      String clientName,
      TransferRequest request,
      String proposedBy,
      Instant proposedAt) {
    this.id = id;
    this.clientId = clientId;
    this.fromMspId = fromMspId;
    this.toMspId = request.toMspId();
    this.clientName = clientName;
    this.reason = request.reason().strip();
    this.proposedBy = proposedBy;
    this.proposedAt = proposedAt;
  }
}
