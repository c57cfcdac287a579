package dev.assay.tenants.system;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What whoever proposed it has to change. */
@Schema(name = "SystemRejectionRequest")
public record RejectionRequest(
    @Schema(examples = "No significant account rests on it.", pattern = "\\S")
        @NotNull
        @Worded
        @Size(max = 1000)
        String reason) {}
