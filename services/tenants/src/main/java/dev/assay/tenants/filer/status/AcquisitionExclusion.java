package dev.assay.tenants.filer.status;

import dev.assay.tenants.filer.rule.AcquisitionRules;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether an acquired business may be left out of management's assessment at a fiscal year-end,
 * with that disclosed (SEC staff FAQ on 404, question 3). A staff view: counsel and auditor
 * confirm.
 */
public record AcquisitionExclusion(
    @Schema(required = true) boolean mayExclude, @Schema(required = true) Reason reason) {

  /** The first of these that holds. */
  @Schema(name = "AcquisitionExclusionReason")
  public enum Reason {
    NOT_YET_ACQUIRED,
    ALREADY_EXCLUDED_ONCE,
    OVER_ONE_YEAR,
    WITHIN_LIMITS
  }

  /**
   * The answer.
   *
   * @param fiscalYearEnd the assessment's date
   * @param reportsAlreadyExcluding annual reports that left this business out before
   */
  public static AcquisitionExclusion of(
      LocalDate acquiredOn,
      LocalDate fiscalYearEnd,
      int reportsAlreadyExcluding,
      AcquisitionRules rules) {
    Reason reason;
    if (acquiredOn.isAfter(fiscalYearEnd)) {
      reason = Reason.NOT_YET_ACQUIRED;
    } else if (reportsAlreadyExcluding >= rules.annualReports()) {
      reason = Reason.ALREADY_EXCLUDED_ONCE;
    } else if (fiscalYearEnd.isAfter(YearDays.anniversary(acquiredOn, rules.years()))) {
      reason = Reason.OVER_ONE_YEAR;
    } else {
      reason = Reason.WITHIN_LIMITS;
    }
    return new AcquisitionExclusion(reason == Reason.WITHIN_LIMITS, reason);
  }
}
