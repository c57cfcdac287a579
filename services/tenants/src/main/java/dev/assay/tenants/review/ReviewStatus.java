package dev.assay.tenants.review;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a review stands; it follows from its rows and the date. */
@Schema(name = "AccessReviewStatus")
public enum ReviewStatus {
  /** Lines wait for a decision. */
  OPEN,
  /** Every line is decided; a new extract has to prove the removals. */
  AWAITING_PROOF,
  COMPLETED,
  /** A removal was not carried out in time, or another review had to take its place. */
  FAILED
}
