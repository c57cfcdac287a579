package dev.assay.tenants.msp;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an MSP is to go next, and why. */
public record MspMoveRequest(
    @NotNull MspStatus to,
    @Schema(examples = "Three invoices are overdue.") @NotBlank @Size(max = 1000) String reason) {}
