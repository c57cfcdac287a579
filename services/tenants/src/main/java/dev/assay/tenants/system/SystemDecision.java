package dev.assay.tenants.system;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What somebody else than its proposer decided on a version. Never changed. */
@Entity
@Immutable
@Table(name = "in_scope_system_decision")
@IdClass(SystemVersion.Key.class)
class SystemDecision {

  enum Verdict {
    APPROVED,
    REJECTED
  }

  @Id UUID systemId;
  @Id long number;

  @Enumerated(EnumType.STRING)
  Verdict decision;

  @Nullable String reason;

  /** Of the version: the database compares it with who decides. */
  String proposedBy;

  String decidedBy;
  UUID decidedByPersonId;
  Instant decidedAt;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected SystemDecision() {}

  SystemDecision(VersionStanding version, Verdict decision, @Nullable String reason, Actor by) {
    this.systemId = version.systemId;
    this.number = version.number;
    this.decision = decision;
    this.reason = reason == null ? null : reason.strip();
    this.proposedBy = version.proposedBy;
    this.decidedBy = by.subject();
    this.decidedByPersonId = by.personId();
    this.decidedAt = by.at();
  }
}
