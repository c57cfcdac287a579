package dev.assay.tenants.filer.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.tenants.filer.rule.EmergingGrowthRules;
import dev.assay.tenants.filer.rule.FloatStatus;
import dev.assay.tenants.filer.status.RuleTest.Name;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whether a claim to be an emerging growth company still holds (15 USC 78c(a)(80)). What ended it
 * once ended it for good, so last year's status and revenue count too.
 *
 * @param latestEnd the first fiscal year-end after the fifth anniversary of the first registered
 *     sale of common equity; on that day it is over. Null without a date of that sale
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EmergingGrowth(
    @Schema(required = true) Status status,
    @Schema(required = true) List<EndedBy> endedReasons,
    @Nullable LocalDate latestEnd) {

  /** What has become of the claim. */
  @Schema(name = "EmergingGrowthStatus")
  public enum Status {
    NOT_CLAIMED,
    IN_FORCE,
    ENDED
  }

  /** What ends it, in the order in which reasons are listed. */
  @Schema(name = "EmergingGrowthEndedBy")
  public enum EndedBy {
    DEBT,
    FIFTH_ANNIVERSARY,
    LARGE_ACCELERATED,
    REVENUE
  }

  static EmergingGrowth of(
      FilerFacts facts, EmergingGrowthRules rules, FloatStatus status, Derivation derivation) {
    LocalDate ipo = facts.ipoDate();
    LocalDate latestEnd =
        ipo == null
            ? null
            : YearDays.firstYearEndAfter(
                YearDays.anniversary(ipo, rules.anniversary()), facts.yearEnd());
    if (!facts.egcClaimed()) {
      return new EmergingGrowth(Status.NOT_CLAIMED, List.of(), latestEnd);
    }
    List<EndedBy> ended = ended(facts, rules, status, latestEnd, derivation);
    return new EmergingGrowth(
        ended.isEmpty() ? Status.IN_FORCE : Status.ENDED, List.copyOf(ended), latestEnd);
  }

  private static List<EndedBy> ended(
      FilerFacts facts,
      EmergingGrowthRules rules,
      FloatStatus status,
      @Nullable LocalDate latestEnd,
      Derivation derivation) {
    List<EndedBy> ended = new ArrayList<>();
    if (derivation.above(Name.EGC_ENDED_BY_DEBT, facts.nonConvertibleDebt(), rules.debtAbove())) {
      ended.add(EndedBy.DEBT);
    }
    if (latestEnd != null
        && derivation.onOrAfter(
            Name.EGC_ENDED_BY_FIFTH_ANNIVERSARY, facts.fiscalYearEnd(), latestEnd)) {
      ended.add(EndedBy.FIFTH_ANNIVERSARY);
    }
    List<FloatStatus> statuses = new ArrayList<>(List.of(status));
    if (facts.previousStatus() != null) {
      statuses.add(facts.previousStatus());
    }
    if (derivation.oneOf(
        Name.EGC_ENDED_BY_LARGE_ACCELERATED, statuses, List.of(FloatStatus.LARGE_ACCELERATED))) {
      ended.add(EndedBy.LARGE_ACCELERATED);
    }
    boolean byRevenue =
        derivation.atLeast(Name.EGC_ENDED_BY_REVENUE, facts.revenue(), rules.revenueAtLeast());
    boolean byPreviousRevenue =
        derivation.atLeast(
            Name.EGC_ENDED_BY_PREVIOUS_REVENUE, facts.previousRevenue(), rules.revenueAtLeast());
    if (byRevenue || byPreviousRevenue) {
      ended.add(EndedBy.REVENUE);
    }
    return ended;
  }
}
