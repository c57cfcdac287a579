package dev.assay.tenants.client;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an identifier is not the client's. */
public record WithdrawalRequest(
    @Schema(examples = "Belongs to the parent company.") @NotBlank @Size(max = 1000)
        String reason) {}
