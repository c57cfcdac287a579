package dev.assay.tenants.filer.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A rule set as everybody sees it; those that came with the service were entered by nobody. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RuleSetResponse(
    @Schema(required = true) String ruleSet,
    @Schema(required = true) RuleSetState state,
    @Schema(required = true, description = "Of a pending one, the day that is proposed.")
        LocalDate effectiveFrom,
    @Schema(description = "Absent while no other is known to follow.")
        @Nullable LocalDate effectiveTo,
    @Schema(required = true) String source,
    @Schema(required = true) FilerRules rules,
    @Nullable String enteredBy,
    @Nullable Instant enteredAt,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt,
    @Nullable String reason) {

  private static final String RULES_EXAMPLE =
      """
      {"largeAccelerated":{"entryFloat":{"amountMinor":200000000000,"currency":"USD"},"entryYears":2,
        "exitFloat":{"amountMinor":200000000000,"currency":"USD"},"exitYears":2,
        "seasoningMonths":60,"seasoningAnnualReports":1},
       "emergingGrowth":{"revenueAtLeast":{"amountMinor":123500000000,"currency":"USD"},
        "debtAbove":{"amountMinor":100000000000,"currency":"USD"},"anniversary":5},
       "managementReportAfterAnnualReports":1,"auditorAttestation":["LARGE_ACCELERATED"],
       "dueDays":{"LARGE_ACCELERATED":{"annualReport":60,"quarterlyReport":40},
        "NON_ACCELERATED":{"annualReport":90,"quarterlyReport":45}},
       "acquisition":{"years":1,"annualReports":1}}\
      """;

  static final String EXAMPLE =
      "{\"ruleSet\":\"sec-33-11419-proposed\",\"state\":\"PENDING\",\"effectiveFrom\":\"2028-01-01\",\"source\":\"Release"
          + " 33-11419, proposed on 19 May 2026\",\"rules\":"
          + RULES_EXAMPLE
          + ",\"enteredBy\":\"5d0c9d3e-6f0e-4f2c-9f5d-0f6a1a3d7b10\","
          + "\"enteredAt\":\"2026-11-23T10:00:00Z\"}";

  static RuleSetResponse published(FilerRuleSet ruleSet) {
    return new RuleSetResponse(
        ruleSet.ruleSet(),
        RuleSetState.ADOPTED,
        ruleSet.effectiveFrom(),
        ruleSet.effectiveTo(),
        ruleSet.source(),
        ruleSet.rules(),
        null,
        null,
        null,
        null,
        null);
  }

  /**
   * One that was entered.
   *
   * @param effectiveTo the day before the next one decides
   */
  static RuleSetResponse of(RuleSetHistory history, @Nullable LocalDate effectiveTo) {
    EnteredRuleSet entered = history.entered();
    RuleSetDecision decision = history.decision();
    return new RuleSetResponse(
        entered.name,
        history.state(),
        history.effectiveFrom(),
        effectiveTo,
        entered.source,
        entered.rules(),
        entered.enteredBy,
        entered.enteredAt,
        decision == null ? null : decision.decidedBy,
        decision == null ? null : decision.decidedAt,
        decision == null ? null : decision.reason);
  }
}
