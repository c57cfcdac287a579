package dev.assay.tenants.review;

import dev.assay.tenancy.permission.Role;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What was decided on one line; once, and for good. */
@Entity
@Immutable
@Table(name = "access_review_decision")
@IdClass(ReviewDecision.Key.class)
class ReviewDecision {

  /** Each line of a review is decided once. */
  record Key(UUID reviewId, UUID grantId) implements Serializable {}

  @Id UUID reviewId;
  @Id UUID grantId;

  /** Whose access it is; the database sees to it that they did not decide. */
  String subject;

  @Enumerated(EnumType.STRING)
  Decision decision;

  @Enumerated(EnumType.STRING)
  @Nullable Role changeTo;

  String reason;
  String decidedBy;
  Instant decidedAt;
  boolean independent;
  @Nullable LocalDate removeBy;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected ReviewDecision() {}

  ReviewDecision(
      UUID reviewId,
      Population.Line line,
      DecisionsRequest.Line request,
      String decidedBy,
      Instant decidedAt,
      boolean independent,
      @Nullable LocalDate removeBy) {
    this.reviewId = reviewId;
    this.grantId = line.grantId();
    this.subject = line.subject();
    this.decision = request.decision();
    this.changeTo = request.changeTo();
    this.reason = request.reason().strip();
    this.decidedBy = decidedBy;
    this.decidedAt = decidedAt;
    this.independent = independent;
    this.removeBy = removeBy;
  }
}
