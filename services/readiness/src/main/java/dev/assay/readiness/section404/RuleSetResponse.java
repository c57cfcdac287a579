package dev.assay.readiness.section404;

import dev.assay.readiness.control.ControlStatus;
import dev.assay.readiness.rule.ReadinessRules;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The rules that made the answer, with their values. */
@Schema(name = "ReadinessRuleSet")
record RuleSetResponse(
    @Schema(required = true) String id,
    @Schema(required = true) LocalDate effectiveFrom,
    @Schema(required = true, description = "Where the rules come from.") String source,
    @Schema(required = true, description = "Weight of a key control.") BigDecimal keyFactor,
    @Schema(required = true, description = "Weight of any other control.") BigDecimal otherFactor,
    @Schema(required = true) Map<String, BigDecimal> riskFactor,
    @Schema(required = true, description = "What each status earns, 0 to 1.")
        Map<String, BigDecimal> value,
    @Schema(required = true, description = "Statuses that stay out of the score.")
        List<ControlStatus> leftOut,
    @Schema(required = true, description = "Statuses in which a key control counts as untested.")
        List<ControlStatus> untestedWhenKey) {

  static RuleSetResponse of(ReadinessRules rules) {
    return new RuleSetResponse(
        rules.ruleSet(),
        rules.effectiveFrom(),
        rules.source(),
        rules.keyFactor(),
        rules.otherFactor(),
        named(rules.riskFactor()),
        named(rules.value()),
        rules.leftOut(),
        rules.untestedWhenKey());
  }

  private static Map<String, BigDecimal> named(Map<? extends Enum<?>, BigDecimal> values) {
    Map<String, BigDecimal> named = new TreeMap<>();
    values.forEach((constant, value) -> named.put(constant.name(), value));
    return named;
  }
}
