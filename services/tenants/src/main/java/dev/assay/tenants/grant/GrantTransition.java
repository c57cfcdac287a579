package dev.assay.tenants.grant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What became of a grant: each step happens at most once. */
@Entity
@Immutable
@Table(name = "role_grant_transition")
@IdClass(GrantTransition.Key.class)
class GrantTransition {

  enum Step {
    APPROVED,
    REVOKED
  }

  /** Each grant takes each step once. */
  record Key(UUID grantId, Step step) implements Serializable {}

  @Id UUID grantId;

  @Id
  @Enumerated(EnumType.STRING)
  Step step;

  String decidedBy;
  Instant decidedAt;
  String reason;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected GrantTransition() {}

  GrantTransition(UUID grantId, Step step, String decidedBy, Instant decidedAt, String reason) {
    this.grantId = grantId;
    this.step = step;
    this.decidedBy = decidedBy;
    this.decidedAt = decidedAt;
    this.reason = reason.strip();
  }
}
