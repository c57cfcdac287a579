package dev.assay.tenants.msp;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** An MSP as our customer. */
@Entity
class Msp {

  @Id
  @Column(name = "msp_id")
  UUID id;

  @Column(updatable = false)
  String name;

  @Enumerated(EnumType.STRING)
  MspStatus status;

  @Column(updatable = false)
  Instant createdAt;

  @Version long version;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected Msp() {}

  Msp(UUID id, String name, Instant createdAt) {
    this.id = id;
    this.name = name;
    this.status = MspStatus.ACTIVE;
    this.createdAt = createdAt;
  }
}
