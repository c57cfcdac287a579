package dev.assay.tenants.grant;

import dev.assay.tenancy.permission.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A role to be given.
 *
 * @param validFrom when it begins; left out, at once
 * @param validUntil when it ends, that instant excluded; an auditor's must end
 * @param reason why this person needs it
 */
public record GrantRequest(
    @NotNull UUID personId,
    @NotNull Role role,
    @Nullable Instant validFrom,
    @Nullable Instant validUntil,
    @Schema(examples = "Works on this engagement.") @NotBlank @Size(max = 1000) String reason) {}
