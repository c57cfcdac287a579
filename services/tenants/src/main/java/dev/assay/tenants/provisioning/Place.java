package dev.assay.tenants.provisioning;

import dev.assay.tenancy.scope.TenantScope;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A scope in which people are, as two columns.
 *
 * @param mspId the MSP, or the client's MSP, or the platform's reserved id
 * @param scopeId the client, or once more the MSP
 */
record Place(UUID mspId, UUID scopeId) {

  static Place of(@Nullable TenantScope scope) {
    return switch (scope) {
      case TenantScope.Client(UUID msp, UUID client, var _) -> new Place(msp, client);
      case TenantScope.Msp(UUID msp) -> new Place(msp, msp);
      case TenantScope.Platform() -> new Place(TenantScope.PLATFORM_ID, TenantScope.PLATFORM_ID);
      case null -> throw new IllegalStateException("no scope is declared");
      case TenantScope.Fleet fleet -> throw reading(fleet);
      case TenantScope.Portfolio portfolio -> throw reading(portfolio);
      case TenantScope.Directory directory -> throw reading(directory);
    };
  }

  TenantScope scope() {
    if (!scopeId.equals(mspId)) {
      return new TenantScope.Client(mspId, scopeId);
    }
    return mspId.equals(TenantScope.PLATFORM_ID)
        ? new TenantScope.Platform()
        : new TenantScope.Msp(mspId);
  }

  private static IllegalStateException reading(TenantScope scope) {
    return new IllegalStateException("nobody belongs to a scope for reading: " + scope);
  }
}
