package dev.assay.readiness.section404;

import dev.assay.readiness.blocker.Blocker;
import dev.assay.readiness.blocker.Blocker.Subject;
import dev.assay.readiness.blocker.FactState;
import dev.assay.readiness.blocker.ProgrammeFact;
import dev.assay.readiness.control.ControlStanding;
import dev.assay.readiness.control.ControlStatus;
import dev.assay.readiness.year.YearControl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a blocker means, in words that an executive uses. */
final class BlockerTitle {

  private BlockerTitle() {}

  /**
   * @param control the control that the blocker is about; null when it is about none
   */
  static String of(Blocker blocker, @Nullable YearControl control, List<ProgrammeFact> programme) {
    return switch (blocker.code()) {
      case KEY_CONTROL_UNTESTED -> control == null ? "" : untested(control.standing());
      case OPEN_MW -> openWeakness(blocker.subject(), control);
      case DEFICIENCY_UNEVALUATED ->
          control == null
              ? "A deficiency has not been rated yet"
              : "This control failed, and how severe that is has not been rated yet";
      case TEST_NOT_REVIEWED ->
          control == null
              ? "A test waits for its reviewer"
              : "The conclusion waits for a reviewer's sign-off";
      case NO_APPLICABLE_CONTROLS -> "No control applies to this year, so there is nothing to test";
      case SCOPING_NOT_APPROVED -> "Nobody has approved which systems and controls are in scope";
      case VENDOR_SOC1_GAP ->
          isNotAssessed(blocker, programme)
              ? "Nobody has assessed whether vendors' SOC 1 reports cover the year"
              : "A vendor's SOC 1 reports do not cover the year";
      case IPE_MISSING ->
          isNotAssessed(blocker, programme)
              ? "Nobody has assessed whether the lists used as evidence are complete and accurate"
              : "A list used as evidence has not been shown to be complete and accurate";
      case MISSING_EVALUATION,
          MISSING_SUBCERTS,
          MISSING_SD_MW_REPORTED_TO_AUDIT_COMMITTEE,
          MISSING_SD_MW_REPORTED_TO_AUDITOR,
          MISSING_FRAUD_DISCLOSED,
          MISSING_ICFR_CHANGES_DISCLOSED,
          EVALUATION_DATE,
          EVALUATION_WINDOW_LEGAL_REVIEW ->
          throw new IllegalArgumentException("not part of the 404 view: " + blocker.code());
    };
  }

  private static String untested(ControlStanding standing) {
    if (standing.awaitingReview()) {
      return "Key control tested, but that counts only once it is reviewed";
    }
    return switch (standing.status()) {
      case NOT_STARTED -> "Key control not tested yet";
      case DESIGNED -> "Key control designed, but its operation is not tested yet";
      case NOT_IMPLEMENTED -> "Key control not put in place yet";
      case INCONCLUSIVE -> "The test of this key control gave no result: test it again";
      case DID_NOT_OPERATE -> "Key control had no occasion to operate, so it could not be tested";
      case REMEDIATED_AWAITING_RETEST -> "Key control was fixed and waits for its re-test";
      case EFFECTIVE,
          CONTROL_DEFICIENCY,
          SIGNIFICANT_DEFICIENCY,
          MATERIAL_WEAKNESS,
          INEFFECTIVE,
          NOT_APPLICABLE ->
          "Key control counts as untested";
    };
  }

  private static String openWeakness(Subject subject, @Nullable YearControl control) {
    if (subject instanceof Subject.OfGroup(String group)) {
      return "Deficiencies that together are a material weakness: " + group;
    }
    return control != null && control.standing().status() == ControlStatus.MATERIAL_WEAKNESS
        ? "This control is a material weakness"
        : "A material weakness was fixed here, but not yet re-tested";
  }

  private static boolean isNotAssessed(Blocker blocker, List<ProgrammeFact> programme) {
    return programme.stream()
        .anyMatch(fact -> fact.code() == blocker.code() && fact.state() == FactState.NOT_ASSESSED);
  }
}
