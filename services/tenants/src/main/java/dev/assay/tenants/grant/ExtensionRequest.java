package dev.assay.tenants.grant;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * For how much longer somebody keeps a role.
 *
 * @param validUntil when it ends now, that instant excluded
 * @param reason why this person still needs it
 */
public record ExtensionRequest(
    @NotNull Instant validUntil,
    @Schema(examples = "The engagement goes on for another year.") @NotBlank @Size(max = 1000)
        String reason) {}
