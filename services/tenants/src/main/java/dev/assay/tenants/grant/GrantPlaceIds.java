package dev.assay.tenants.grant;

import dev.assay.tenancy.grant.GrantPlace;
import dev.assay.tenancy.scope.TenantScope;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a grant stands.
 *
 * @param mspId the MSP, or the client's MSP, or the platform's reserved id
 * @param clientId the client, null at an MSP or the platform
 */
public record GrantPlaceIds(UUID mspId, @Nullable UUID clientId) {

  static final GrantPlaceIds PLATFORM = new GrantPlaceIds(TenantScope.PLATFORM_ID, null);

  /**
   * The place whose rows a scope writes.
   *
   * @throws IllegalArgumentException for a scope that only reads
   */
  public static GrantPlaceIds of(TenantScope scope) {
    return switch (scope) {
      case TenantScope.Client(UUID msp, UUID client, var _) -> new GrantPlaceIds(msp, client);
      case TenantScope.Msp(UUID msp) -> new GrantPlaceIds(msp, null);
      case TenantScope.Platform() -> PLATFORM;
      // The others are named by their packages alone: they read, and no grant stands there.
      default -> throw new IllegalArgumentException("no grant stands in " + scope);
    };
  }

  /** What kind of place it is. */
  public GrantRules.Level level() {
    if (clientId != null) {
      return GrantRules.Level.CLIENT;
    }
    return mspId.equals(TenantScope.PLATFORM_ID) ? GrantRules.Level.PLATFORM : GrantRules.Level.MSP;
  }

  /** The id that names this place's own rows. */
  public UUID scopeId() {
    return clientId == null ? mspId : clientId;
  }

  /** The same place, as questions about effective grants name it. */
  GrantPlace asPlace() {
    if (clientId != null) {
      return new GrantPlace.OfClient(clientId);
    }
    return mspId.equals(TenantScope.PLATFORM_ID)
        ? new GrantPlace.OfPlatform()
        : new GrantPlace.OfMsp(mspId);
  }
}
