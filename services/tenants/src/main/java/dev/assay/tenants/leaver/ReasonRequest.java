package dev.assay.tenants.leaver;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why something is decided about a person. */
@Schema(name = "PersonDecisionRequest")
public record ReasonRequest(
    @Schema(examples = "Returns from leave.") @NotBlank @Size(max = 1000) String reason) {}
