package dev.assay.tenants.applicability;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One kind of one version. */
@Entity
@Immutable
@Table(name = "entity_kind")
class EntityKindRow {

  @Id UUID id;

  UUID versionId;

  @Enumerated(EnumType.STRING)
  EntityKind kind;

  LocalDate validFrom;
  @Nullable LocalDate validTo;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected EntityKindRow() {}

  EntityKindRow(UUID id, UUID versionId, EntityKindPeriod period) {
    this.id = id;
    this.versionId = versionId;
    this.kind = period.kind();
    this.validFrom = period.from();
    this.validTo = period.to();
  }

  EntityKindPeriod period() {
    return new EntityKindPeriod(kind, validFrom, validTo);
  }
}
