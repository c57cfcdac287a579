package dev.assay.controls.conclusion;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** The one review of a conclusion. It is never changed or removed. */
@Entity
@Immutable
@Table(name = "conclusion_review")
class Review {

  @Id UUID conclusionId;

  @Enumerated(EnumType.STRING)
  Decision decision;

  @Nullable String note;
  UUID reviewedByPersonId;
  Instant reviewedAt;
  UUID concludedByPersonId;
  @Nullable UUID operatorPersonId;

  @SuppressWarnings("NullAway.Init")
  protected Review() {}

  Review(
      Conclusion conclusion,
      ReviewRequest request,
      UUID reviewer,
      @Nullable UUID operator,
      Instant at) {
    this.conclusionId = conclusion.id;
    this.decision = request.decision();
    this.note = request.strippedNote();
    this.reviewedByPersonId = reviewer;
    this.reviewedAt = at;
    this.concludedByPersonId = conclusion.concludedByPersonId;
    this.operatorPersonId = operator;
  }
}
