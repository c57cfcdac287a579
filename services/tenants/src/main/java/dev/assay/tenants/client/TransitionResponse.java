package dev.assay.tenants.client;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One move of a client as everybody who may read the client sees it.
 *
 * @param by the subject of the token that it was decided with
 */
@Schema(name = "ClientTransition")
public record TransitionResponse(
    @Schema(required = true) int number,
    @Schema(required = true) ClientStatus from,
    @Schema(required = true) ClientStatus to,
    @Schema(required = true) String reason,
    @Schema(required = true) String by,
    @Schema(required = true) Instant at) {

  static final String EXAMPLE =
      """
      {"number":1,"from":"ONBOARDING","to":"ACTIVE","reason":"The engagement letter is signed.",
       "by":"00000000-0000-4000-8000-000000000002","at":"2026-11-23T10:00:00Z"}
      """;

  static TransitionResponse of(ClientTransition row) {
    return new TransitionResponse(
        row.number, row.fromStatus, row.toStatus, row.reason, row.decidedBy, row.decidedAt);
  }
}
