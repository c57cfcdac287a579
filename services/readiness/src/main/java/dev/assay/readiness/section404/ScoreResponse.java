package dev.assay.readiness.section404;

import dev.assay.readiness.control.ControlStanding;
import dev.assay.readiness.control.ControlStatus;
import dev.assay.readiness.control.Risk;
import dev.assay.readiness.score.Score;
import dev.assay.readiness.score.ScoreTerm;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The score and every term of it: 100 × sumWeighted / sumWeights, one decimal, half up. */
@Schema(name = "Score", description = "Informs; it never decides the state.")
record ScoreResponse(
    @Schema(required = true, nullable = true, description = "Percent; null when nothing counts.")
        @Nullable BigDecimal value,
    @Schema(required = true) BigDecimal sumWeights,
    @Schema(required = true) BigDecimal sumWeighted,
    @Schema(required = true) List<Term> terms,
    @Schema(required = true, description = "Controls that do not count, being not applicable.")
        List<String> leftOut) {

  /** What one control adds. */
  @Schema(name = "ScoreTerm")
  record Term(
      @Schema(required = true) String controlId,
      @Schema(required = true) ControlStatus status,
      @Schema(required = true) boolean key,
      @Schema(required = true) Risk risk,
      @Schema(required = true) BigDecimal keyFactor,
      @Schema(required = true) BigDecimal riskFactor,
      @Schema(required = true, description = "keyFactor × riskFactor") BigDecimal weight,
      @Schema(required = true, description = "What the status earns, 0 to 1.") BigDecimal value,
      @Schema(required = true, description = "weight × value") BigDecimal contribution) {

    static Term of(ScoreTerm term) {
      ControlStanding control = term.control();
      return new Term(
          control.controlId(),
          control.status(),
          control.key(),
          control.risk(),
          term.keyFactor(),
          term.riskFactor(),
          term.weight(),
          term.value(),
          term.contribution());
    }
  }

  static ScoreResponse of(Score score) {
    return new ScoreResponse(
        score.value().orElse(null),
        score.sumWeights(),
        score.sumWeighted(),
        score.terms().stream().map(Term::of).toList(),
        score.leftOut().stream().map(ControlStanding::controlId).toList());
  }
}
