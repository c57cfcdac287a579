package dev.assay.tenants.invitation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** How an invitation ended; it ends once. */
@Entity
@Immutable
class InvitationEnd {

  @Id UUID invitationId;

  @Enumerated(EnumType.STRING)
  InvitationStatus outcome;

  String decidedBy;
  Instant decidedAt;
  @Nullable String reason;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected InvitationEnd() {}

  InvitationEnd(
      UUID invitationId,
      InvitationStatus outcome,
      String decidedBy,
      Instant decidedAt,
      @Nullable String reason) {
    this.invitationId = invitationId;
    this.outcome = outcome;
    this.decidedBy = decidedBy;
    this.decidedAt = decidedAt;
    this.reason = reason == null ? null : reason.strip();
  }
}
