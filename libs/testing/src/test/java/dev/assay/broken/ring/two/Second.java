package dev.assay.broken.ring.two;

import dev.assay.broken.ring.one.First;

/** The other half of a package cycle. */
public class Second {
  public First other() {
    return new First();
  }
}
