package dev.assay.tenants.system;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Where a system stands: a view over its newest version and the decisions. */
@Entity
@Immutable
@Table(name = "in_scope_system_standing")
class SystemStanding {

  @Id UUID id;
  @Embedded SystemDescription description;
  Instant createdAt;
  long version;

  /** Null when the newest version has no row of its own, as the release before wrote it. */
  @Nullable Long proposal;

  @Nullable LocalDate effectiveOn;
  boolean leavesScope;

  @Enumerated(EnumType.STRING)
  SystemState state;

  @Nullable UUID proposedByPersonId;
  @Nullable Instant proposedAt;
  @Nullable UUID decidedByPersonId;
  @Nullable Instant decidedAt;
  @Nullable String decisionReason;
  UUID[] runsOn;
  UUID[] storesDataIn;
  @Nullable Long approvedVersion;
  @Nullable LocalDate inScopeFrom;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected SystemStanding() {}

  SystemContent content() {
    return new SystemContent(description, Set.of(runsOn), Set.of(storesDataIn));
  }

  /**
   * Whether a version that means the same for scope needs no decision of its own: this one is on
   * record, and was not turned down or made to leave scope.
   */
  boolean mayBeCarriedOn() {
    return proposal != null && !leavesScope && state != SystemState.REJECTED;
  }

  /** The day before which nothing can have happened to it here; null when none is on record. */
  @Nullable LocalDate existsFrom() {
    return inScopeFrom == null ? effectiveOn : inScopeFrom;
  }
}
