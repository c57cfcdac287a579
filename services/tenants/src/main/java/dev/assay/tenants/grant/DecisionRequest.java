package dev.assay.tenants.grant;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a grant is approved or revoked. */
public record DecisionRequest(
    @Schema(examples = "Left the engagement.") @NotBlank @Size(max = 1000) String reason) {}
