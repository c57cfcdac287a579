package dev.assay.tenants.system;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A version of a system as somebody put it. Never changed. */
@Entity
@Immutable
@Table(name = "in_scope_system_version")
@IdClass(SystemVersion.Key.class)
class SystemVersion {

  /** Versions of a system are counted from 0, as its ETag counts. */
  record Key(UUID systemId, long number) implements Serializable {}

  @Id UUID systemId;
  @Id long number;

  /** The version whose decision holds for this one. */
  long proposal;

  @Embedded SystemDescription description;
  LocalDate effectiveOn;
  boolean leavesScope;
  String proposedBy;
  UUID proposedByPersonId;
  Instant proposedAt;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected SystemVersion() {}

  SystemVersion(InScopeSystem system, long proposal, VersionTerms terms, Actor by) {
    this.systemId = system.id;
    this.number = system.version;
    this.proposal = proposal;
    this.description = system.description;
    this.effectiveOn = terms.effectiveOn();
    this.leavesScope = terms.leavesScope();
    this.proposedBy = by.subject();
    this.proposedByPersonId = by.personId();
    this.proposedAt = by.at();
  }
}
