package dev.assay.controls.year;

/** The fiscal years that a path may name. */
public final class YearPath {

  /** SOX itself is of 2002. */
  public static final int FIRST = 2002;

  public static final int LAST = 2100;

  private YearPath() {}
}
