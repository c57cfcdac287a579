package dev.assay.readiness.section404;

import dev.assay.readiness.blocker.Blocker;
import dev.assay.readiness.blocker.BlockerCode.Effect404;
import java.util.List;

/** What management's assessment could say on what is recorded now (Item 308(a)(3)). */
public enum State404 {
  CANNOT_CONCLUDE,
  NOT_EFFECTIVE,
  EFFECTIVE;

  /** The first state that fits these blockers. */
  public static State404 of(List<Blocker> blockers) {
    if (any(blockers, Effect404.BLOCKS)) {
      return CANNOT_CONCLUDE;
    }
    return any(blockers, Effect404.NOT_EFFECTIVE) ? NOT_EFFECTIVE : EFFECTIVE;
  }

  private static boolean any(List<Blocker> blockers, Effect404 effect) {
    return blockers.stream().anyMatch(blocker -> blocker.code().on404() == effect);
  }
}
