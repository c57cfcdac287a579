package dev.assay.tenants.system;

import static dev.assay.tenants.system.InScopeSystem.Hosting.HOSTED;
import static dev.assay.tenants.system.InScopeSystem.Hosting.ON_PREMISES;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What happens to systems. RETIREMENT is proposed by an operation of its own. */
@Schema(name = "SystemChangeKind")
enum ChangeKind {
  CLOUD_MOVE,
  ACQUISITION,
  REPLACEMENT,
  UPGRADE,
  VENDOR_CHANGE,
  OTHER,
  RETIREMENT;

  /** Whether whoever records it may say that scope is not touched: a patch, a new contract. */
  boolean mayBeImmaterial() {
    return this == UPGRADE || this == OTHER;
  }

  /** What a version that is put without a word about it must have been, for those who follow. */
  static ChangeKind between(SystemDescription before, SystemDescription after) {
    boolean ownGround = before.hosting() == ON_PREMISES || before.hosting() == HOSTED;
    boolean othersGround = !(after.hosting() == ON_PREMISES || after.hosting() == HOSTED);
    if (ownGround && othersGround) {
      return CLOUD_MOVE;
    }
    return after.hasVendorOf(before) ? OTHER : VENDOR_CHANGE;
  }
}
