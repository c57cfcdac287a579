package dev.assay.tenants.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.tenants.grant.AccessRules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * When the next reviews of a place are due, and what that follows from.
 *
 * @param today the date that overdue is for, in the rules' zone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AccessReviewSchedule")
public record ScheduleResponse(
    @Schema(required = true) UUID mspId,
    @Nullable UUID clientId,
    @Schema(required = true) LocalDate today,
    @Schema(required = true) String ruleSet,
    @Schema(required = true) List<Due> due) {

  static final String EXAMPLE =
      """
      {"mspId":"019aaf1e-7c00-7000-8000-000000000001",
       "clientId":"019aaf1e-7c00-7000-8000-000000000002","today":"2026-11-23",
       "ruleSet":"access-2004-11-15",
       "due":[{"coverage":"ALL","everyMonths":3,"reviewed":true,"since":"2026-10-05",
        "dueOn":"2027-01-05","overdue":false},
        {"coverage":"PRIVILEGED","everyMonths":1,"reviewed":true,"since":"2026-10-05",
        "dueOn":"2026-11-05","overdue":true}]}
      """;

  static final String PAGE_EXAMPLE = "{\"items\":[" + EXAMPLE + "],\"nextCursor\":null}";

  /**
   * The next review of one coverage.
   *
   * @param reviewed whether there is a completed one; since is its listing's day, or else the day
   *     on which the place came to be
   */
  @Schema(name = "AccessReviewDue")
  public record Due(
      @Schema(required = true) Coverage coverage,
      @Schema(required = true) int everyMonths,
      @Schema(required = true) boolean reviewed,
      @Schema(required = true) LocalDate since,
      @Schema(required = true) LocalDate dueOn,
      @Schema(required = true) boolean overdue) {}

  static ScheduleResponse of(ReviewedPlaces.Place place, Instant now) {
    AccessRules rules = AccessRules.at(now);
    LocalDate today = ReviewTerms.today(now, rules.review());
    return new ScheduleResponse(
        place.mspId(),
        place.clientId(),
        today,
        rules.id(),
        Arrays.stream(Coverage.values())
            .map(
                coverage ->
                    ReviewSchedule.of(
                        coverage,
                        place.lastOfAll(),
                        place.lastOfPrivileged(),
                        place.since(),
                        rules.review()))
            .map(
                next ->
                    new Due(
                        next.coverage(),
                        next.coverage().everyMonths(rules.review()),
                        next.reviewed(),
                        next.since(),
                        next.dueOn(),
                        next.overdueOn(today)))
            .toList());
  }
}
