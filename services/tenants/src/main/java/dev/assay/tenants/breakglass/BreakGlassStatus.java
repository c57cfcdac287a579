package dev.assay.tenants.breakglass;

/** Where an operator's access stands; only one IN_FORCE lets them read. */
public enum BreakGlassStatus {
  IN_FORCE,
  EXPIRED,
  ENDED
}
