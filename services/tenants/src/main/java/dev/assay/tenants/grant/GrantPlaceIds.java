package dev.assay.tenants.grant;

import dev.assay.tenancy.scope.TenantScope;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a grant stands.
 *
 * @param mspId the MSP, or the client's MSP, or the platform's reserved id
 * @param clientId the client, null at an MSP or the platform
 */
record GrantPlaceIds(UUID mspId, @Nullable UUID clientId) {

  static final GrantPlaceIds PLATFORM = new GrantPlaceIds(TenantScope.PLATFORM_ID, null);

  GrantRules.Level level() {
    if (clientId != null) {
      return GrantRules.Level.CLIENT;
    }
    return mspId.equals(TenantScope.PLATFORM_ID) ? GrantRules.Level.PLATFORM : GrantRules.Level.MSP;
  }

  /** The id that names this place's own rows. */
  UUID scopeId() {
    return clientId == null ? mspId : clientId;
  }
}
