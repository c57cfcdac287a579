package dev.assay.tenants.filer;

import dev.assay.tenants.filer.rule.AcquisitionRules;
import dev.assay.tenants.filer.rule.FilerRuleSet;
import dev.assay.tenants.filer.status.AcquisitionExclusion;
import dev.assay.tenants.filer.status.YearDays;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether an acquired business may be left out, and all that this rests on.
 *
 * @param lastDay the last assessment date on which it may
 */
public record AcquisitionResponse(
    @Schema(required = true) String ruleSet,
    @Schema(required = true) AcquisitionRules rules,
    @Schema(required = true) LocalDate acquiredOn,
    @Schema(required = true) LocalDate fiscalYearEnd,
    @Schema(required = true) int annualReportsAlreadyExcluding,
    @Schema(required = true) LocalDate lastDay,
    @Schema(required = true) boolean mayExclude,
    @Schema(required = true) AcquisitionExclusion.Reason reason,
    @Schema(required = true) String askCounsel) {

  private static final String JUDGEMENT =
      "A view of the SEC's staff, and only with the exclusion disclosed in the report: counsel and"
          + " auditor confirm.";

  static final String EXAMPLE =
      """
      {"ruleSet":"filer-status-2022","rules":{"years":1,"annualReports":1},
       "acquiredOn":"2026-05-01","fiscalYearEnd":"2026-12-31","annualReportsAlreadyExcluding":0,
       "lastDay":"2027-05-01","mayExclude":true,"reason":"WITHIN_LIMITS",
       "askCounsel":"A view of the SEC's staff: counsel and auditor confirm."}
      """;

  static AcquisitionResponse of(
      AcquisitionRequest request, LocalDate fiscalYearEnd, FilerRuleSet ruleSet) {
    AcquisitionRules rules = ruleSet.rules().acquisition();
    AcquisitionExclusion exclusion =
        AcquisitionExclusion.of(
            request.acquiredOn(), fiscalYearEnd, request.annualReportsAlreadyExcluding(), rules);
    return new AcquisitionResponse(
        ruleSet.ruleSet(),
        rules,
        request.acquiredOn(),
        fiscalYearEnd,
        request.annualReportsAlreadyExcluding(),
        YearDays.anniversary(request.acquiredOn(), rules.years()),
        exclusion.mayExclude(),
        exclusion.reason(),
        JUDGEMENT);
  }
}
