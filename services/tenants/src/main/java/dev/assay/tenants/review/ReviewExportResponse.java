package dev.assay.tenants.review;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A whole review as evidence: what was listed and how, what was decided, and what proved it.
 *
 * @param listing the frozen listing; its canonical form has the review's hash
 */
@Schema(name = "AccessReviewExport")
public record ReviewExportResponse(
    @Schema(required = true) AccessReviewResponse review,
    @Schema(required = true, type = SchemaType.ARRAY, implementation = Object.class) @JsonRawValue
        String listing,
    @Schema(required = true) List<ReviewLineResponse> lines,
    @Schema(required = true) List<Extract> extracts) {

  static final String EXAMPLE =
      "{\"review\":"
          + AccessReviewResponse.EXAMPLE
          + ",\"listing\":[],\"lines\":["
          + ReviewLineResponse.EXAMPLE
          + "],\"extracts\":[]}";

  /**
   * The same listing made again later.
   *
   * @param outstanding removals whose access was still in it
   */
  @Schema(name = "AccessReviewExtract")
  public record Extract(
      @Schema(required = true) UUID id,
      @Schema(required = true) String query,
      @Schema(required = true) String parameters,
      @Schema(required = true) String runBy,
      @Schema(required = true) Instant runAt,
      @Schema(required = true) int rowCount,
      @Schema(required = true) String sha256,
      @Schema(required = true) int outstanding,
      @Schema(required = true, type = SchemaType.ARRAY, implementation = Object.class) @JsonRawValue
          String listing) {

    static Extract of(ReviewExtract extract) {
      return new Extract(
          extract.id,
          extract.query,
          extract.parameters,
          extract.runBy,
          extract.runAt,
          extract.rowCount,
          extract.sha256,
          extract.outstanding,
          extract.listing);
    }
  }
}
