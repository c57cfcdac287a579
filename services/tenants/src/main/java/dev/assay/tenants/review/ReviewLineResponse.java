package dev.assay.tenants.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.tenancy.permission.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One person's access, as it was listed and as it was decided on.
 *
 * @param displayName the person's name as it is now; it is no part of the frozen listing
 * @param endedAt when the access ended, revoked or by itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AccessReviewLine")
public record ReviewLineResponse(
    @Schema(required = true) UUID grantId,
    @Schema(required = true) UUID personId,
    @Schema(required = true) String displayName,
    @Schema(required = true) String subject,
    @Schema(required = true) Role role,
    @Schema(required = true) Instant validFrom,
    @Nullable Instant validUntil,
    @Schema(required = true) String grantedBy,
    @Schema(required = true) Instant grantedAt,
    @Nullable String approvedBy,
    @Nullable Instant approvedAt,
    @Nullable Decided decided,
    @Nullable Instant endedAt) {

  static final String EXAMPLE =
      """
      {"grantId":"019aaf1e-7c00-7000-8000-000000000006",
       "personId":"019aaf1e-7c00-7000-8000-000000000007","displayName":"Demo owner",
       "subject":"00000000-0000-4000-8000-000000000007","role":"CONTROL_OWNER",
       "validFrom":"2026-11-23T10:00:00Z","grantedBy":"00000000-0000-4000-8000-000000000002",
       "grantedAt":"2026-11-23T10:00:00Z",
       "decided":{"decision":"REVOKE","reason":"Changed to another team.",
        "by":"00000000-0000-4000-8000-000000000005","at":"2026-11-24T10:00:00Z",
        "independent":true,"removeBy":"2026-12-09"},
       "endedAt":"2026-11-24T10:00:00Z"}
      """;

  static final String PAGE_EXAMPLE = "{\"items\":[" + EXAMPLE + "],\"nextCursor\":null}";

  /**
   * What was decided, by whom and why.
   *
   * @param changeTo the role that was to take its place
   * @param independent whether whoever decided had no part in the grant
   * @param removeBy the last day for the removal
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "AccessReviewLineDecided")
  public record Decided(
      @Schema(required = true) Decision decision,
      @Nullable String changeTo,
      @Schema(required = true) String reason,
      @Schema(required = true) String by,
      @Schema(required = true) Instant at,
      @Schema(required = true) boolean independent,
      @Nullable LocalDate removeBy) {}

  static ReviewLineResponse of(ReviewLine reviewed) {
    Population.Line line = reviewed.line();
    ReviewLine.Decided decided = reviewed.decided();
    return new ReviewLineResponse(
        line.grantId(),
        line.personId(),
        reviewed.name(),
        line.subject(),
        line.role(),
        line.validFrom(),
        line.validUntil(),
        line.grantedBy(),
        line.grantedAt(),
        line.approvedBy(),
        line.approvedAt(),
        decided == null
            ? null
            : new Decided(
                decided.decision(),
                decided.changeTo(),
                decided.reason(),
                decided.by(),
                decided.at(),
                decided.independent(),
                decided.removeBy()),
        reviewed.endedAt());
  }
}
