package dev.assay.tenants.applicability;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A list of kinds as somebody entered it. Never changed: the next entry is a new version. */
@Entity
@Immutable
class EntityKindsVersion {

  @Id UUID id;

  int version;
  String reason;
  String enteredBy;
  Instant enteredAt;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected EntityKindsVersion() {}

  EntityKindsVersion(UUID id, int version, String reason, String enteredBy, Instant enteredAt) {
    this.id = id;
    this.version = version;
    this.reason = reason.strip();
    this.enteredBy = enteredBy;
    this.enteredAt = enteredAt;
  }
}
