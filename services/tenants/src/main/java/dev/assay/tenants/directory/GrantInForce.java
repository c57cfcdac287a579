package dev.assay.tenants.directory;

import dev.assay.tenancy.permission.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A grant that is approved, current and not revoked.
 *
 * @param placeMspId the MSP that was asked about, or whose client was; the platform's reserved id
 *     when the platform was
 * @param mspSince when the client came to its MSP from another, null when it always was there
 * @param mspId where the grant stands; the platform's reserved id for an operator's
 * @param clientId the client where it stands, null at an MSP or the platform
 */
record GrantInForce(
    UUID placeMspId,
    @Nullable Instant mspSince,
    UUID mspId,
    @Nullable UUID clientId,
    UUID personId,
    Role role,
    @Nullable Instant validUntil) {}
