package dev.assay.readiness.score;

import dev.assay.readiness.control.ControlStanding;
import dev.assay.readiness.rule.ReadinessRules;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A weighted mean of what the controls earn, with all that it was made from (rulebook 9).
 *
 * @param terms one for each control that counts, in the order given
 * @param leftOut controls that do not count, in the order given
 */
public record Score(List<ScoreTerm> terms, List<ControlStanding> leftOut) {

  private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

  public Score {
    terms = List.copyOf(terms);
    leftOut = List.copyOf(leftOut);
  }

  /** Scores these controls by these rules. */
  public static Score of(List<ControlStanding> controls, ReadinessRules rules) {
    return new Score(
        controls.stream()
            .filter(control -> !rules.leavesOut(control))
            .map(control -> ScoreTerm.of(control, rules))
            .toList(),
        controls.stream().filter(rules::leavesOut).toList());
  }

  /** Percent with one decimal, half up; empty when no control counts. */
  public Optional<BigDecimal> value() {
    return terms.isEmpty()
        ? Optional.empty()
        : Optional.of(
            PERCENT.multiply(sumWeighted()).divide(sumWeights(), 1, RoundingMode.HALF_UP));
  }

  public BigDecimal sumWeights() {
    return sum(ScoreTerm::weight);
  }

  public BigDecimal sumWeighted() {
    return sum(ScoreTerm::contribution);
  }

  private BigDecimal sum(Function<ScoreTerm, BigDecimal> part) {
    return terms.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
