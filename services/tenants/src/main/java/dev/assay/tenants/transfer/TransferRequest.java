package dev.assay.tenants.transfer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The MSP that is to take a client over, and why. */
public record TransferRequest(
    @NotNull UUID toMspId,
    @Schema(examples = "The client has chosen another provider.") @NotBlank @Size(max = 1000)
        String reason) {}
