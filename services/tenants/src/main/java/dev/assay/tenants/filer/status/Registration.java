package dev.assay.tenants.filer.status;

/** Whether a company files reports under section 13(a) or 15(d) of the Exchange Act. */
public enum Registration {
  REPORTING,
  NOT_A_FILER
}
