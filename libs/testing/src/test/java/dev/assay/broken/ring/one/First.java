package dev.assay.broken.ring.one;

import dev.assay.broken.ring.two.Second;

/** Half of a package cycle. */
public class First {
  public Second other() {
    return new Second();
  }
}
