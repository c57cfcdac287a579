package dev.assay.readiness.section404;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.readiness.blocker.Blocker;
import dev.assay.readiness.blocker.BlockerCode;
import dev.assay.readiness.blocker.ControlBlockers;
import dev.assay.readiness.control.ControlStanding;
import dev.assay.readiness.control.ControlStatus;
import dev.assay.readiness.control.Risk;
import dev.assay.readiness.control.Severity;
import dev.assay.readiness.rule.ReadinessRules;
import dev.assay.readiness.rule.RuleSets;
import dev.assay.readiness.score.Score;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Laws that hold for every pair of controls: all of them are tried. */
class State404Test {

  private final ReadinessRules rules =
      RuleSets.readiness().inForceOn(LocalDate.of(2026, 12, 31)).orElseThrow();

  @Test
  void oneMoreMaterialWeaknessIsNeverEffective() {
    for (List<ControlStanding> pair : pairs()) {
      var more = new ArrayList<>(pair);
      more.add(control("C", ControlStatus.MATERIAL_WEAKNESS, false, Risk.LOW, false));

      assertThat(stateOf(more)).as("%s", pair).isNotEqualTo(State404.EFFECTIVE);
    }
  }

  @Test
  void oneMoreUntestedKeyControlCannotBeConcludedOn() {
    for (List<ControlStanding> pair : pairs()) {
      var more = new ArrayList<>(pair);
      more.add(control("C", ControlStatus.NOT_STARTED, true, Risk.LOW, false));

      assertThat(stateOf(more)).as("%s", pair).isEqualTo(State404.CANNOT_CONCLUDE);
    }
  }

  @Test
  void aConclusionThatWaitsForItsReviewCannotBeConcludedOn() {
    for (ControlStatus status : ControlStatus.values()) {
      var controls = List.of(control("A", status, false, Risk.HIGH, true));

      assertThat(stateOf(controls)).as("%s", status).isEqualTo(State404.CANNOT_CONCLUDE);
    }
  }

  @Test
  void everyStateButEffectiveHasBlockersAndTheScoreStaysAPercentage() {
    for (List<ControlStanding> pair : pairs()) {
      boolean free =
          ControlBlockers.of(pair, List.of(), rules).stream()
              .allMatch(blocker -> blocker.code().on404() == BlockerCode.Effect404.NONE);

      assertThat(free).as("%s", pair).isEqualTo(stateOf(pair) == State404.EFFECTIVE);
      Score.of(pair, rules)
          .value()
          .ifPresent(value -> assertThat(value).isBetween(BigDecimal.ZERO, new BigDecimal(100)));
    }
  }

  @Test
  void aWeaknessThatAwaitsItsRetestStaysOpenEvenWhenItIsNotKey() {
    var control =
        new ControlStanding(
            "A",
            ControlStatus.REMEDIATED_AWAITING_RETEST,
            false,
            Risk.LOW,
            Severity.MATERIAL_WEAKNESS,
            false);

    assertThat(ControlBlockers.of(List.of(control), List.of(), rules))
        .extracting(Blocker::code)
        .containsExactly(BlockerCode.OPEN_MW);
  }

  @Test
  void blockersComeByCodeThenControl() {
    var controls =
        List.of(
            control("B-02", ControlStatus.NOT_STARTED, true, Risk.LOW, false),
            control("B-01", ControlStatus.MATERIAL_WEAKNESS, true, Risk.LOW, false),
            control("A-01", ControlStatus.NOT_STARTED, true, Risk.LOW, false));

    assertThat(ControlBlockers.of(controls, List.of("revenue"), rules))
        .extracting(blocker -> blocker.code().slug() + " " + blocker.subject().name())
        .containsExactly(
            "key-control-untested A-01",
            "key-control-untested B-02",
            "open-mw B-01",
            "open-mw revenue");
  }

  @Test
  void halfATenthIsRoundedUp() {
    // 100 x 1.5 / 16 = 9.375; 100 x 0.5 / 8 = 6.25
    var controls = new ArrayList<ControlStanding>();
    controls.add(control("A", ControlStatus.EFFECTIVE, false, Risk.LOW, false));
    for (int i = 0; i < 5; i++) {
      controls.add(control("B" + i, ControlStatus.NOT_STARTED, false, Risk.HIGH, false));
    }

    assertThat(Score.of(controls, rules).value()).contains(new BigDecimal("6.3"));
  }

  private State404 stateOf(List<ControlStanding> controls) {
    return State404.of(ControlBlockers.of(controls, List.of(), rules));
  }

  private static List<List<ControlStanding>> pairs() {
    List<List<ControlStanding>> pairs = new ArrayList<>();
    for (ControlStanding first : every("A")) {
      for (ControlStanding second : every("B")) {
        pairs.add(List.of(first, second));
      }
    }
    return pairs;
  }

  private static List<ControlStanding> every(String id) {
    return Arrays.stream(ControlStatus.values())
        .flatMap(
            status ->
                Arrays.stream(Risk.values())
                    .flatMap(
                        risk ->
                            List.of(
                                control(id, status, true, risk, false),
                                control(id, status, false, risk, false),
                                control(id, status, false, risk, true))
                                .stream()))
        .toList();
  }

  private static ControlStanding control(
      String id, ControlStatus status, boolean key, Risk risk, boolean awaitingReview) {
    return new ControlStanding(id, status, key, risk, null, awaitingReview);
  }
}
