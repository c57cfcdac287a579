package dev.assay.tenants.filer.rule;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** From when rules decide, and why they do. */
public record AdoptionRequest(
    @Schema(required = true, description = "The first fiscal year-end for which they decide.")
        @NotNull
        LocalDate effectiveFrom,
    @Schema(required = true, examples = "Adopted by the Commission as proposed.")
        @NotBlank
        @Size(max = 1000)
        String reason) {}
