package dev.assay.tenants.applicability;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the table of law says: an {@link Effect}, or that the filer status of the year tells it. */
@Schema(name = "ApplicabilityTableEffect")
public enum TableEffect {
  APPLIES,
  BY_FILER_STATUS,
  NOT_YET,
  THROUGH_OTHERS,
  DOES_NOT_APPLY
}
