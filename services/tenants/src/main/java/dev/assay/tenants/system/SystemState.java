package dev.assay.tenants.system;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a version stands. PROPOSED and REJECTED do not count; APPROVED does from its date; RETIRED
 * is approved to leave scope on its date.
 */
@Schema(name = "SystemState")
enum SystemState {
  PROPOSED,
  APPROVED,
  REJECTED,
  RETIRED
}
