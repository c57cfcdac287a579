package dev.assay.tenants.msp;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One move of an MSP as its people and the platform see it.
 *
 * @param by the subject of the token that it was decided with
 */
@Schema(name = "MspTransition")
public record MspMoveResponse(
    @Schema(required = true) int number,
    @Schema(required = true) MspStatus from,
    @Schema(required = true) MspStatus to,
    @Schema(required = true) String reason,
    @Schema(required = true) String by,
    @Schema(required = true) Instant at) {

  static final String EXAMPLE =
      """
      {"number":1,"from":"ACTIVE","to":"SUSPENDED","reason":"Three invoices are overdue.",
       "by":"00000000-0000-4000-8000-000000000001","at":"2026-11-23T10:00:00Z"}
      """;

  static MspMoveResponse of(MspTransition row) {
    return new MspMoveResponse(
        row.number, row.fromStatus, row.toStatus, row.reason, row.decidedBy, row.decidedAt);
  }
}
