package dev.assay.readiness.section302;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.readiness.rule.RuleSets;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationWindowTest {

  @ParameterizedTest(name = "evaluated {0}, filed {1}: {2}")
  @CsvSource({
    "2026-03-31, 2026-03-31, OK",
    "2026-03-31, 2026-06-29, OK",
    "2026-03-31, 2026-06-30, LEGAL_REVIEW",
    "2026-03-30, 2026-05-11, NOT_OK",
    "2026-03-30, 2026-09-30, NOT_OK",
    "2026-04-01, 2026-05-11, NOT_OK",
    "2026-05-12, 2026-05-11, INVALID"
  })
  void ninetyDaysAreInsideAndTheRuleComesBeforeTheStatute(
      LocalDate evaluated, LocalDate filed, EvaluationWindow.Result expected) {
    LocalDate periodEnd = LocalDate.of(2026, 3, 31);

    var window =
        EvaluationWindow.of(
            periodEnd,
            evaluated,
            filed,
            RuleSets.evaluationWindow().inForceOn(periodEnd).orElseThrow());

    assertThat(window.result()).isEqualTo(expected);
  }
}
