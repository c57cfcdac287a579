package dev.assay.readiness.blocker;

import static dev.assay.readiness.blocker.BlockerCode.DEFICIENCY_UNEVALUATED;
import static dev.assay.readiness.blocker.BlockerCode.KEY_CONTROL_UNTESTED;
import static dev.assay.readiness.blocker.BlockerCode.NO_APPLICABLE_CONTROLS;
import static dev.assay.readiness.blocker.BlockerCode.OPEN_MW;
import static dev.assay.readiness.blocker.BlockerCode.TEST_NOT_REVIEWED;

import dev.assay.readiness.control.ControlStanding;
import dev.assay.readiness.control.ControlStatus;
import dev.assay.readiness.rule.ReadinessRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The blockers that follow from where the controls and the groups of deficiencies stand. */
public final class ControlBlockers {

  private ControlBlockers() {}

  /**
   * Every blocker, each control by itself (rulebook 9).
   *
   * @param openGroups groups of deficiencies that together are a material weakness
   */
  public static List<Blocker> of(
      List<ControlStanding> controls, Collection<String> openGroups, ReadinessRules rules) {
    List<Blocker> found = new ArrayList<>();
    for (ControlStanding control : controls) {
      if (control.isOpenMaterialWeakness()) {
        found.add(Blocker.ofControl(OPEN_MW, control.controlId()));
      }
      if (rules.isUntestedKey(control)) {
        found.add(Blocker.ofControl(KEY_CONTROL_UNTESTED, control.controlId()));
      }
      if (control.status() == ControlStatus.INEFFECTIVE) {
        found.add(Blocker.ofControl(DEFICIENCY_UNEVALUATED, control.controlId()));
      }
      if (control.awaitingReview()) {
        found.add(Blocker.ofControl(TEST_NOT_REVIEWED, control.controlId()));
      }
    }
    for (String group : openGroups) {
      found.add(new Blocker(OPEN_MW, new Blocker.Subject.OfGroup(group)));
    }
    if (controls.stream().allMatch(rules::leavesOut)) {
      found.add(Blocker.ofProgramme(NO_APPLICABLE_CONTROLS));
    }
    return found.stream().sorted(Blocker.SHOWN).toList();
  }
}
