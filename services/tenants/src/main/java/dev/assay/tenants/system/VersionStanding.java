package dev.assay.tenants.system;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Where one version of a system stands: a view over it and its decision. */
@Entity
@Immutable
@Table(name = "in_scope_system_version_standing")
@IdClass(SystemVersion.Key.class)
class VersionStanding {

  @Id UUID systemId;
  @Id long number;
  long proposal;
  @Embedded SystemDescription description;
  LocalDate effectiveOn;
  boolean leavesScope;
  String proposedBy;
  UUID proposedByPersonId;
  Instant proposedAt;

  @Enumerated(EnumType.STRING)
  SystemState state;

  @Nullable UUID decidedByPersonId;
  @Nullable Instant decidedAt;
  @Nullable String decisionReason;
  UUID[] runsOn;
  UUID[] storesDataIn;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected VersionStanding() {}

  SystemContent content() {
    return new SystemContent(description, Set.of(runsOn), Set.of(storesDataIn));
  }
}
