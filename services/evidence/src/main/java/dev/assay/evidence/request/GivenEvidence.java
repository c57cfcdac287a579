package dev.assay.evidence.request;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An item that was given with a submission, and what its files are worth now.
 *
 * @param step the submission's step
 * @param files those that were ever stored
 * @param sealedFiles those of them that are SEALED
 */
@Schema(name = "GivenEvidence")
record GivenEvidence(
    @Schema(required = true, description = "The submission's step.") int step,
    @Schema(required = true) UUID evidenceId,
    @Schema(required = true) long files,
    @Schema(required = true, description = "Only SEALED files count.") long sealedFiles) {

  boolean isSealed() {
    return sealedFiles > 0;
  }
}
