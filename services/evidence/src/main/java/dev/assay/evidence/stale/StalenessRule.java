package dev.assay.evidence.stale;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * From when on evidence is stale.
 *
 * @param graceDaysAfterNextDue days after the series' next period is due
 * @param graceDaysWithoutSeries days after the period's end, where no series asks
 */
@Schema(name = "StalenessRule")
record StalenessRule(
    @Schema(required = true) String ruleSet,
    @Schema(required = true) LocalDate effectiveFrom,
    @Schema(required = true, nullable = true) @Nullable LocalDate effectiveTo,
    @Schema(required = true) int graceDaysAfterNextDue,
    @Schema(required = true) int graceDaysWithoutSeries,
    @Schema(required = true) String source) {

  boolean inForceOn(LocalDate day) {
    return !day.isBefore(effectiveFrom) && (effectiveTo == null || !day.isAfter(effectiveTo));
  }
}
