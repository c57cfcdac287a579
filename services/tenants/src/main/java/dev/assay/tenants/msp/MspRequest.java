package dev.assay.tenants.msp;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An MSP to be registered. */
public record MspRequest(
    @Schema(examples = "Northlight Managed Services (demo)") @NotBlank @Size(max = 200)
        String name) {}
