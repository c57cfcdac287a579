package dev.assay.tenants.msp;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An MSP as our customer. */
@Entity
class Msp {

  @Schema(name = "MspStatus")
  enum Status {
    ACTIVE,
    SUSPENDED
  }

  @Id
  @Column(name = "msp_id")
  UUID id;

  String name;

  @Enumerated(EnumType.STRING)
  Status status;

  Instant createdAt;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected Msp() {}

  Msp(UUID id, String name, Instant createdAt) {
    this.id = id;
    this.name = name;
    this.status = Status.ACTIVE;
    this.createdAt = createdAt;
  }
}
