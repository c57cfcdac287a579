package dev.assay.tenants.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.tenants.grant.AccessRules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A review as it stands today, with what its dates and states follow from.
 *
 * @param overdue whether it should have gone further by today
 * @param today the date that status and overdue are for, in the rules' zone
 * @param decideBy the last day for decisions
 * @param completeBy the last day for the proof
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AccessReview")
public record AccessReviewResponse(
    @Schema(required = true) UUID id,
    @Schema(required = true) UUID mspId,
    @Nullable UUID clientId,
    @Schema(required = true) Coverage coverage,
    @Schema(required = true) ReviewStatus status,
    @Schema(required = true) boolean overdue,
    @Schema(required = true) LocalDate today,
    @Schema(required = true) String openedBy,
    @Schema(required = true) Instant openedAt,
    @Schema(required = true) LocalDate decideBy,
    @Schema(required = true) LocalDate completeBy,
    @Schema(required = true) Listing population,
    @Schema(required = true) Progress progress,
    @Nullable Closing closed,
    @Schema(required = true) Rules rules) {

  static final String EXAMPLE =
      """
      {"id":"019aaf1e-7c00-7000-8000-00000000000c","mspId":"019aaf1e-7c00-7000-8000-000000000001",
       "clientId":"019aaf1e-7c00-7000-8000-000000000002","coverage":"ALL","status":"OPEN",
       "overdue":false,"today":"2026-11-23","openedBy":"00000000-0000-4000-8000-000000000002",
       "openedAt":"2026-11-23T15:00:00Z","decideBy":"2026-12-08","completeBy":"2026-12-22",
       "population":{"query":"select g.id …","parameters":"{\\"at\\":\\"2026-11-23T15:00:00Z\\"}",
        "runBy":"00000000-0000-4000-8000-000000000002","runAt":"2026-11-23T15:00:00Z","rowCount":4,
        "sha256":"3b4a5e9a2c7d9d6e2f0a4b7c8d1e3f5a6b9c0d2e4f6a8b0c1d3e5f7a9b1c3d5e",
        "totals":{"ever":6,"revoked":1,"expired":0,"pendingApproval":1,"scheduled":0}},
       "progress":{"lines":4,"decided":1,"kept":1,"revoked":0,"changed":0,"outstanding":0,
        "removedLate":false},
       "rules":{"id":"access-2004-11-15","decideWithinBusinessDays":10,
        "removeWithinBusinessDays":10,"calendar":"us-federal","zone":"America/New_York"}}
      """;

  static final String PAGE_EXAMPLE = "{\"items\":[" + EXAMPLE + "],\"nextCursor\":null}";

  /**
   * How the listing was made, and what shows that it is complete.
   *
   * @param sha256 of the listing as a canonical JSON array (RFC 8785), in UTF-8
   */
  @Schema(name = "AccessReviewListing")
  public record Listing(
      @Schema(required = true) String query,
      @Schema(required = true) String parameters,
      @Schema(required = true) String runBy,
      @Schema(required = true) Instant runAt,
      @Schema(required = true) int rowCount,
      @Schema(required = true) String sha256,
      @Schema(required = true) Totals totals) {}

  /**
   * All grants of the place there ever were, counted apart from the listing: what is left after
   * those that are not in force are the listing's rows.
   */
  @Schema(name = "AccessReviewTotals")
  public record Totals(
      @Schema(required = true) int ever,
      @Schema(required = true) int revoked,
      @Schema(required = true) int expired,
      @Schema(required = true) int pendingApproval,
      @Schema(required = true) int scheduled) {}

  /**
   * How far it is.
   *
   * @param outstanding removals whose access is still there
   * @param firstRemoveBy the last day for the first of them
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "AccessReviewProgress")
  public record Progress(
      @Schema(required = true) int lines,
      @Schema(required = true) int decided,
      @Schema(required = true) int kept,
      @Schema(required = true) int revoked,
      @Schema(required = true) int changed,
      @Schema(required = true) int outstanding,
      @Nullable LocalDate firstRemoveBy,
      @Schema(required = true) boolean removedLate) {}

  /** How it closed. */
  @Schema(name = "AccessReviewClosing")
  public record Closing(
      @Schema(required = true) String by,
      @Schema(required = true) Instant at,
      @Schema(required = true) String reason) {}

  /** The rules that were in force when it was opened. */
  @Schema(name = "AccessReviewRules")
  public record Rules(
      @Schema(required = true) String id,
      @Schema(required = true) int decideWithinBusinessDays,
      @Schema(required = true) int removeWithinBusinessDays,
      @Schema(required = true) String calendar,
      @Schema(required = true) String zone) {

    static Rules of(AccessRules rules) {
      return new Rules(
          rules.id(),
          rules.review().decideWithinBusinessDays(),
          rules.review().removeWithinBusinessDays(),
          rules.review().calendar(),
          rules.review().zone().getId());
    }
  }

  static AccessReviewResponse of(
      AccessReview review, ReviewProgress progress, @Nullable ReviewClosure closure, Instant now) {
    AccessRules rules = AccessRules.at(review.openedAt);
    LocalDate today = ReviewTerms.today(now, rules.review());
    return new AccessReviewResponse(
        review.id,
        review.mspId,
        review.clientId,
        review.coverage,
        progress.statusOn(today),
        progress.overdueOn(today, review.decideBy, review.completeBy),
        today,
        review.openedBy,
        review.openedAt,
        review.decideBy,
        review.completeBy,
        new Listing(
            review.query,
            review.parameters,
            review.openedBy,
            review.openedAt,
            review.rowCount,
            review.sha256,
            new Totals(
                review.grantsEver,
                review.grantsRevoked,
                review.grantsExpired,
                review.grantsPending,
                review.grantsScheduled)),
        new Progress(
            progress.lines(),
            progress.decided(),
            progress.kept(),
            progress.revoked(),
            progress.changed(),
            progress.outstanding(),
            progress.firstRemoveBy(),
            progress.removedLate()),
        closure == null ? null : new Closing(closure.closedBy, closure.closedAt, closure.reason),
        Rules.of(rules));
  }
}
