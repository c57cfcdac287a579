package dev.assay.tenants.transfer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why somebody decides so on a transfer. */
@Schema(name = "TransferStepRequest")
public record StepRequest(
    @Schema(examples = "The contract is signed.") @NotBlank @Size(max = 1000) String reason) {}
