package dev.assay.tenants.review;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a reviewer says about somebody's access. */
@Schema(name = "AccessReviewDecision")
public enum Decision {
  KEEP,
  /** The grant is revoked with the decision. */
  REVOKE,
  /** Other access is to take its place: whoever gives roles has to do it, within days. */
  CHANGE
}
