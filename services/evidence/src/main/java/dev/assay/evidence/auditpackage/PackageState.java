package dev.assay.evidence.auditpackage;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a package stands; the database holds the same steps as a constraint. */
@Schema(
    name = "AuditPackageState",
    description =
        "ASKED: waits for a builder. BUILDING: its progress says how far. SEALED: under a lock, to be"
            + " read. FAILED: the reason says why; it will not be tried again.")
enum PackageState {
  ASKED,
  BUILDING,
  SEALED,
  FAILED
}
