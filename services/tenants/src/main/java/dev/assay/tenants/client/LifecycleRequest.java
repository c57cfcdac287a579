package dev.assay.tenants.client;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a client is to go next, and why. */
public record LifecycleRequest(
    @NotNull ClientStatus to,
    @Schema(examples = "The engagement letter is signed.") @NotBlank @Size(max = 1000)
        String reason) {}
