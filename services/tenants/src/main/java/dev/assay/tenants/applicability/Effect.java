package dev.assay.tenants.applicability;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a provision binds a client; the strongest first, which wins where several kinds hold. */
@Schema(name = "ApplicabilityEffect")
public enum Effect {
  APPLIES,
  /** What would tell it was not entered. */
  UNKNOWN,
  NOT_YET,
  /** Not bound itself, but somebody who is relies on it or answers for it. */
  THROUGH_OTHERS,
  DOES_NOT_APPLY
}
