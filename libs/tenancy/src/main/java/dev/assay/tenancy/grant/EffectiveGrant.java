package dev.assay.tenancy.grant;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.assay.tenancy.permission.Role;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one caller may be in one place, as {@code tenants} answers it.
 *
 * @param personId the caller's person or service account in {@code tenants}
 * @param mspId the MSP, or the client's MSP, or the platform's reserved id
 * @param clientId the client, null for an MSP or the platform
 * @param roles all roles that are in force now; never empty
 * @param allClients whether the roles reach every client of the MSP
 * @param clientIds the clients of the MSP that single grants reach; empty unless an MSP was asked
 *     about
 * @param validUntil when the first of the grants ends; null when none does (UTC)
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EffectiveGrant(
    @Schema(required = true) UUID personId,
    @Schema(required = true) UUID mspId,
    @Schema(required = true, nullable = true) @Nullable UUID clientId,
    @Schema(required = true) Set<Role> roles,
    @Schema(required = true) boolean allClients,
    @Schema(required = true) Set<UUID> clientIds,
    @Schema(required = true, nullable = true) @Nullable Instant validUntil) {

  public EffectiveGrant {
    roles = Set.copyOf(roles);
    clientIds = Set.copyOf(clientIds);
  }
}
