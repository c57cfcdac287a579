package dev.assay.tenants.filer.rule;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why rules are no longer pending. */
public record WithdrawalRequest(
    @Schema(required = true, examples = "The proposal was dropped.") @NotBlank @Size(max = 1000)
        String reason) {}
