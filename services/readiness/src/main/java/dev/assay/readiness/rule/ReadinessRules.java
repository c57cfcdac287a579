package dev.assay.readiness.rule;

import dev.assay.readiness.control.ControlStanding;
import dev.assay.readiness.control.ControlStatus;
import dev.assay.readiness.control.Risk;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How readiness is scored, and which statuses leave a key control untested.
 *
 * @param keyFactor weight of a key control
 * @param otherFactor weight of any other control
 * @param riskFactor what risk multiplies the weight by
 * @param value what each status earns, 0 to 1; statuses in {@code leftOut} have none
 * @param leftOut statuses that stay out of the score
 * @param untestedWhenKey statuses in which a key control counts as untested
 */
public record ReadinessRules(
    String ruleSet,
    LocalDate effectiveFrom,
    @Nullable LocalDate effectiveTo,
    String source,
    BigDecimal keyFactor,
    BigDecimal otherFactor,
    Map<Risk, BigDecimal> riskFactor,
    Map<ControlStatus, BigDecimal> value,
    List<ControlStatus> leftOut,
    List<ControlStatus> untestedWhenKey)
    implements Dated {

  public ReadinessRules {
    riskFactor = Map.copyOf(riskFactor);
    value = Map.copyOf(value);
    leftOut = List.copyOf(leftOut);
    untestedWhenKey = List.copyOf(untestedWhenKey);
    if (!riskFactor.keySet().equals(EnumSet.allOf(Risk.class))) {
      throw new IllegalArgumentException(ruleSet + " must weigh every risk");
    }
    Set<ControlStatus> valued = EnumSet.allOf(ControlStatus.class);
    leftOut.forEach(valued::remove);
    if (!value.keySet().equals(valued)) {
      throw new IllegalArgumentException(
          ruleSet + " must value every status it does not leave out");
    }
  }

  /** Whether the control has no place in the score. */
  public boolean leavesOut(ControlStanding control) {
    return leftOut.contains(control.status());
  }

  /** Whether a conclusion would rely on a control that nobody has tested to the end. */
  public boolean isUntestedKey(ControlStanding control) {
    return control.key() && untestedWhenKey.contains(control.status());
  }

  /** What key or not multiplies the weight by. */
  public BigDecimal keyFactorOf(ControlStanding control) {
    return control.key() ? keyFactor : otherFactor;
  }

  /** What the control's risk multiplies the weight by. */
  public BigDecimal riskFactorOf(ControlStanding control) {
    return factor(riskFactor.get(control.risk()));
  }

  /** What the control's status earns. */
  public BigDecimal valueOf(ControlStanding control) {
    return factor(value.get(control.status()));
  }

  private BigDecimal factor(@Nullable BigDecimal found) {
    if (found == null) {
      throw new IllegalArgumentException(ruleSet + " has no value for what it leaves out");
    }
    return found;
  }
}
