package dev.assay.tenants.breakglass;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An operator's access to one client.
 *
 * @param operator the subject of the operator's token
 * @param personId the operator among the platform's people
 * @param restsUntil before that, the same operator cannot break the glass here again
 * @param ruleSet the rules that set the most and the rest
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BreakGlassResponse(
    @Schema(required = true) UUID id,
    @Schema(required = true) UUID mspId,
    @Schema(required = true) UUID clientId,
    @Schema(required = true) String operator,
    @Schema(required = true) UUID personId,
    @Schema(required = true) BreakGlassStatus status,
    @Schema(required = true) Instant validFrom,
    @Schema(required = true) Instant validUntil,
    @Schema(required = true) Instant restsUntil,
    @Schema(required = true) String reason,
    @Schema(required = true) String ruleSet,
    @Nullable Step ended,
    @Nullable Step acknowledged) {

  static final String EXAMPLE =
      """
      {"id":"019aaf1e-7c00-7000-8000-00000000000a","mspId":"019aaf1e-7c00-7000-8000-000000000001",
       "clientId":"019aaf1e-7c00-7000-8000-000000000002",
       "operator":"00000000-0000-4000-8000-000000000001",
       "personId":"019aaf1e-7c00-7000-8000-00000000000b","status":"EXPIRED",
       "validFrom":"2026-11-23T10:00:00Z","validUntil":"2026-11-23T11:00:00Z",
       "restsUntil":"2026-11-24T07:00:00Z",
       "reason":"Ticket 4711: sealed evidence does not show up in the 404 view.",
       "ruleSet":"access-2004-11-15",
       "acknowledged":{"by":"00000000-0000-4000-8000-000000000002","at":"2026-11-23T12:00:00Z",
        "reason":"Agreed by phone, ticket 4711."}}
      """;

  static final String PAGE_EXAMPLE = "{\"items\":[" + EXAMPLE + "],\"nextCursor\":null}";

  /** Who did it, when and why. */
  @Schema(name = "BreakGlassStep")
  public record Step(
      @Schema(required = true) String by,
      @Schema(required = true) Instant at,
      @Schema(required = true) String reason) {

    static @Nullable Step of(@Nullable BreakGlassTransition step) {
      return step == null ? null : new Step(step.decidedBy, step.decidedAt, step.reason);
    }
  }

  static BreakGlassResponse of(BreakGlassHistory history, Instant now) {
    BreakGlass broken = history.broken();
    return new BreakGlassResponse(
        broken.id,
        broken.mspId,
        broken.clientId,
        broken.subject,
        broken.personId,
        history.statusAt(now),
        broken.validFrom,
        broken.validUntil,
        broken.restsUntil,
        broken.reason,
        broken.ruleSet,
        Step.of(history.end()),
        Step.of(history.acknowledgement()));
  }
}
