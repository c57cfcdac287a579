package dev.assay.tenancy.grant;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Role;
import dev.assay.tenancy.permission.RolePermissions;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one caller may be in one place, as {@code tenants} answers it.
 *
 * <p>Services of an older or newer release read it too: a role that they do not know gives nothing,
 * and a restriction that they do not know forbids everything.
 *
 * @param personId the caller's person or service account in {@code tenants}
 * @param mspId the MSP, or the client's MSP, or the platform's reserved id
 * @param clientId the client, null for an MSP or the platform
 * @param roles all roles that are in force now; never empty where it is made
 * @param allClients whether the roles reach every client of the MSP
 * @param clientIds the clients of the MSP that single grants reach; empty unless an MSP was asked
 *     about
 * @param validUntil when the first of the grants ends; null when none does (UTC)
 * @param restriction what the state of the place leaves of the roles; null when all of it
 * @param mspSince when the client came to its MSP from another one; null when it always was there,
 *     and unless a client was asked about (UTC)
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EffectiveGrant(
    @Schema(required = true) UUID personId,
    @Schema(required = true) UUID mspId,
    @Schema(required = true, nullable = true) @Nullable UUID clientId,
    @Schema(required = true) @JsonFormat(with = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
        Set<Role> roles,
    @Schema(required = true) boolean allClients,
    @Schema(required = true) Set<UUID> clientIds,
    @Schema(required = true, nullable = true) @Nullable Instant validUntil,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @JsonFormat(with = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
        @Nullable Restriction restriction,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant mspSince) {

  public EffectiveGrant {
    roles = roles.stream().filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
    clientIds = Set.copyOf(clientIds);
  }

  /** In a place whose state restricts nothing. */
  public EffectiveGrant(
      UUID personId,
      UUID mspId,
      @Nullable UUID clientId,
      Set<Role> roles,
      boolean allClients,
      Set<UUID> clientIds,
      @Nullable Instant validUntil) {
    this(personId, mspId, clientId, roles, allClients, clientIds, validUntil, null, null);
  }

  /** Whether the caller may do this here: a role gives it, and the place's state leaves it. */
  public boolean allows(Permission permission) {
    return RolePermissions.allow(roles, permission)
        && (restriction == null || restriction.leaves(permission));
  }
}
