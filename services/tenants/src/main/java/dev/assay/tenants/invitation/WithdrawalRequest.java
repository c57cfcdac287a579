package dev.assay.tenants.invitation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an invitation is withdrawn. */
public record WithdrawalRequest(
    @Schema(examples = "Sent to the wrong address.") @NotBlank @Size(max = 1000) String reason) {}
