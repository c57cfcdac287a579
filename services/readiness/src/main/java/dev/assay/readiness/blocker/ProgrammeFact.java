package dev.assay.readiness.blocker;

import static dev.assay.readiness.blocker.BlockerCode.SCOPING_NOT_APPROVED;

import java.util.List;

/**
 * What is known about one thing that the year as a whole needs.
 *
 * @param code the blocker that it raises while it is open
 * @param state what is known
 * @param source the service that said so, or that will once it exists
 */
public record ProgrammeFact(BlockerCode code, FactState state, String source) {

  /**
   * The blockers that these facts raise. Which vendors and which lists are relied on follows from
   * the approved scope, so what nobody has assessed stands behind scoping until scoping is approved
   * and blocks by itself from then on.
   */
  public static List<Blocker> blockers(List<ProgrammeFact> facts) {
    boolean scopeApproved =
        facts.stream()
            .anyMatch(fact -> fact.code == SCOPING_NOT_APPROVED && fact.state == FactState.CLEAR);
    return facts.stream()
        .filter(fact -> fact.raises(scopeApproved))
        .map(fact -> Blocker.ofProgramme(fact.code))
        .toList();
  }

  private boolean raises(boolean scopeApproved) {
    return switch (state) {
      case CLEAR -> false;
      case OPEN -> true;
      case NOT_ASSESSED -> scopeApproved || code == SCOPING_NOT_APPROVED;
    };
  }
}
