package dev.assay.tenants.grant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Who answers for a service account from this moment on. Never changed; the last one counts. */
@Entity
@Immutable
class ServiceAccountOwner {

  @Id UUID id;

  UUID accountId;
  UUID ownerId;
  String reason;
  String namedBy;
  Instant namedAt;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected ServiceAccountOwner() {}

  ServiceAccountOwner(
      UUID id, UUID accountId, UUID ownerId, String reason, String namedBy, Instant namedAt) {
    this.id = id;
    this.accountId = accountId;
    this.ownerId = ownerId;
    this.reason = reason.strip();
    this.namedBy = namedBy;
    this.namedAt = namedAt;
  }
}
