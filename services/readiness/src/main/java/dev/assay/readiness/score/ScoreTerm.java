package dev.assay.readiness.score;

import dev.assay.readiness.control.ControlStanding;
import dev.assay.readiness.rule.ReadinessRules;
import java.math.BigDecimal;

/**
 * What one control adds to the score.
 *
 * @param weight key factor times risk factor
 * @param value what its status earns, 0 to 1
 * @param contribution weight times value
 */
public record ScoreTerm(
    ControlStanding control,
    BigDecimal keyFactor,
    BigDecimal riskFactor,
    BigDecimal weight,
    BigDecimal value,
    BigDecimal contribution) {

  static ScoreTerm of(ControlStanding control, ReadinessRules rules) {
    BigDecimal keyFactor = rules.keyFactorOf(control);
    BigDecimal riskFactor = rules.riskFactorOf(control);
    BigDecimal weight = keyFactor.multiply(riskFactor);
    BigDecimal value = rules.valueOf(control);
    return new ScoreTerm(control, keyFactor, riskFactor, weight, value, weight.multiply(value));
  }
}
