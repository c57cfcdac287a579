package dev.assay.evidence.drill;

import org.jspecify.annotations.Nullable;

/** Where a drill stands. */
enum DrillState {
  /** Asked for; nothing is drawn yet. */
  ASKED,
  /** The sample is drawn and is being fetched, or waits for a store that is away. */
  RUNNING,
  PASSED,
  FAILED,
  NOTHING_HELD;

  static DrillState of(boolean drawn, @Nullable Outcome outcome) {
    if (outcome == null) {
      return drawn ? RUNNING : ASKED;
    }
    return switch (outcome) {
      case PASSED -> PASSED;
      case FAILED -> FAILED;
      case NOTHING_HELD -> NOTHING_HELD;
    };
  }
}
