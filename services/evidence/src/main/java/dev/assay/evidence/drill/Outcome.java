package dev.assay.evidence.drill;

import java.util.Collection;

/** How a drill ended. */
enum Outcome {
  PASSED,
  FAILED,
  /** There was no file to draw, so nothing was shown either way. */
  NOTHING_HELD;

  static Outcome of(Collection<Line> lines) {
    if (lines.isEmpty()) {
      return NOTHING_HELD;
    }
    return lines.stream().allMatch(Line::isOk) ? PASSED : FAILED;
  }
}
