package dev.assay.readiness.section302;

import dev.assay.readiness.blocker.Blocker;
import dev.assay.readiness.blocker.BlockerCode;
import dev.assay.readiness.blocker.BlockerCode.Effect302;
import java.util.List;
import java.util.stream.Stream;

/**
 * What stands in the way of a quarter's certification. Officers and counsel decide: no state says
 * that they may sign.
 */
public enum State302 {
  BLOCKED,
  LEGAL_REVIEW,
  NO_OPEN_BLOCKERS_DCP_NOT_EFFECTIVE,
  NO_OPEN_BLOCKERS;

  /** The blockers of the certification itself; those of the controls come from the year. */
  public static List<Blocker> blockers(Disclosures done, EvaluationWindow.Result window) {
    Stream<BlockerCode> ofWindow =
        switch (window) {
          case OK -> Stream.empty();
          case LEGAL_REVIEW -> Stream.of(BlockerCode.EVALUATION_WINDOW_LEGAL_REVIEW);
          case NOT_OK, INVALID -> Stream.of(BlockerCode.EVALUATION_DATE);
        };
    return Stream.concat(done.missing().stream(), ofWindow)
        .map(Blocker::ofProgramme)
        .sorted(Blocker.SHOWN)
        .toList();
  }

  /** The first state that fits all blockers, those of the controls among them. */
  public static State302 of(List<Blocker> blockers) {
    if (any(blockers, Effect302.BLOCKS)) {
      return BLOCKED;
    }
    if (any(blockers, Effect302.LEGAL_REVIEW)) {
      return LEGAL_REVIEW;
    }
    return any(blockers, Effect302.DCP_NOT_EFFECTIVE)
        ? NO_OPEN_BLOCKERS_DCP_NOT_EFFECTIVE
        : NO_OPEN_BLOCKERS;
  }

  private static boolean any(List<Blocker> blockers, Effect302 effect) {
    return blockers.stream().anyMatch(blocker -> blocker.code().on302() == effect);
  }
}
