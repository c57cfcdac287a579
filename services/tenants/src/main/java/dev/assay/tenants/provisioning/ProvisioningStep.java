package dev.assay.tenants.provisioning;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** How a piece of work ended. */
@Entity
@Immutable
class ProvisioningStep {

  enum Outcome {
    DONE,
    FAILED
  }

  @Id UUID id;
  UUID entityId;

  @Enumerated(EnumType.STRING)
  WorkKind kind;

  @Enumerated(EnumType.STRING)
  Outcome outcome;

  @Nullable String code;
  Instant askedAt;
  Instant at;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected ProvisioningStep() {}

  ProvisioningStep(UUID id, Work work, Outcome outcome, @Nullable String code, Instant at) {
    this.id = id;
    this.entityId = work.entity();
    this.kind = work.kind();
    this.outcome = outcome;
    this.code = code;
    this.askedAt = work.askedAt();
    this.at = at;
  }
}
