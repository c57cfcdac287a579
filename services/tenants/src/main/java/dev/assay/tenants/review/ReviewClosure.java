package dev.assay.tenants.review;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** How a review closed: completed or failed, once. */
@Entity
@Immutable
@Table(name = "access_review_closure")
class ReviewClosure {

  @Id UUID reviewId;

  @Enumerated(EnumType.STRING)
  ReviewStatus outcome;

  String reason;
  String closedBy;
  Instant closedAt;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected ReviewClosure() {}

  ReviewClosure(
      UUID reviewId, ReviewStatus outcome, String reason, String closedBy, Instant closedAt) {
    this.reviewId = reviewId;
    this.outcome = outcome;
    this.reason = reason;
    this.closedBy = closedBy;
    this.closedAt = closedAt;
  }
}
