package dev.assay.controls.conclusion;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A conclusion as it was recorded, and its review once there is one.
 *
 * @param number 1, 2, 3 … of its control
 * @param operatorPersonId who operated the control at that moment
 */
@Schema(name = "Conclusion")
public record ConclusionResponse(
    @Schema(required = true) UUID id,
    @Schema(required = true) int fiscalYear,
    @Schema(required = true, examples = "AM-04") String controlId,
    @Schema(required = true) int number,
    @Schema(required = true) ConclusionStatus status,
    @Schema(required = true) String reason,
    @Schema(required = true) List<EvidenceFile> evidence,
    @Schema(required = true) LocalDate concludedOn,
    @Schema(required = true) UUID concludedByPersonId,
    @Schema(nullable = true) @Nullable UUID operatorPersonId,
    @Schema(required = true) Instant recordedAt,
    @Schema(nullable = true) @Nullable ReviewResponse review) {

  /** A sealed file that the conclusion rests on. */
  @Schema(name = "ConclusionEvidence")
  public record EvidenceFile(
      @Schema(required = true) UUID evidenceId,
      @Schema(required = true) UUID fileId,
      @Schema(required = true, description = "Of the sealed bytes, hex") String sha256) {}

  /** The one review of a conclusion. */
  @Schema(name = "ConclusionReview")
  public record ReviewResponse(
      @Schema(required = true) Decision decision,
      @Schema(nullable = true) @Nullable String note,
      @Schema(required = true) UUID reviewedByPersonId,
      @Schema(required = true) Instant reviewedAt) {

    static ReviewResponse of(Review review) {
      return new ReviewResponse(
          review.decision, review.note, review.reviewedByPersonId, review.reviewedAt);
    }
  }

  static ConclusionResponse of(
      Conclusion conclusion, int fiscalYear, String controlId, @Nullable Review review) {
    return new ConclusionResponse(
        conclusion.id,
        fiscalYear,
        controlId,
        conclusion.number,
        conclusion.status,
        conclusion.reason,
        conclusion.evidence.stream()
            .map(link -> new EvidenceFile(link.evidenceId, link.fileId, link.sha256))
            .toList(),
        conclusion.concludedOn,
        conclusion.concludedByPersonId,
        conclusion.operatorPersonId,
        conclusion.recordedAt,
        review == null ? null : ReviewResponse.of(review));
  }
}
