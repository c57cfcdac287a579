package dev.assay.tenants.review;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** The same listing made again later, whole, to prove what is no longer in it. */
@Entity
@Immutable
@Table(name = "access_review_extract")
class ReviewExtract {

  @Id UUID id;
  UUID reviewId;
  String query;
  String parameters;
  String runBy;
  Instant runAt;
  int rowCount;
  String sha256;

  /** In canonical form: the bytes that {@code sha256} is of. */
  String listing;

  /** Removals whose access is still in it. */
  int outstanding;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected ReviewExtract() {}

  ReviewExtract(
      UUID id,
      UUID reviewId,
      String parameters,
      String runBy,
      Instant runAt,
      Population population,
      int outstanding) {
    this.id = id;
    this.reviewId = reviewId;
    this.query = ReviewRows.IN_FORCE;
    this.parameters = parameters;
    this.runBy = runBy;
    this.runAt = runAt;
    this.rowCount = population.lines().size();
    this.sha256 = population.sha256();
    this.listing = population.canonical();
    this.outstanding = outstanding;
  }
}
