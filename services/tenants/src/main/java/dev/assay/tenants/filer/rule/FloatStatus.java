package dev.assay.tenants.filer.rule;

/** The classes of filers in Rule 12b-2, which decide on deadlines and on 404(b). */
public enum FloatStatus {
  LARGE_ACCELERATED,
  ACCELERATED,
  NON_ACCELERATED
}
