package dev.assay.readiness.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleSetsTest {

  @Test
  void noRulesHoldBeforeTheFirstReportsWereDue() {
    var rules = RuleSets.readiness();

    assertThat(rules.inForceOn(LocalDate.of(2004, 11, 14))).isEmpty();
    assertThat(rules.inForceOn(LocalDate.of(2004, 11, 15))).isPresent();
  }

  @Test
  void theNextVersionTakesOverTheDayAfterTheLastEnds() {
    var rules =
        new RuleSets<>(
            List.of(window("old", "2020-01-01", "2026-12-31"), window("new", "2027-01-01", null)));

    assertThat(rules.inForceOn(LocalDate.of(2026, 12, 31)).orElseThrow().ruleSet())
        .isEqualTo("old");
    assertThat(rules.inForceOn(LocalDate.of(2027, 1, 1)).orElseThrow().ruleSet()).isEqualTo("new");
  }

  @Test
  void refusesTwoVersionsOnOneDay() {
    var versions = List.of(window("a", "2020-01-01", null), window("b", "2021-01-01", null));

    assertThatThrownBy(() -> new RuleSets<>(versions)).hasMessageContaining("a and b");
  }

  private static EvaluationWindowRules window(String name, String from, String to) {
    return new EvaluationWindowRules(
        name, LocalDate.parse(from), to == null ? null : LocalDate.parse(to), "test", 90);
  }
}
