package dev.assay.tenants.breakglass;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an access is ended, or what whoever acknowledges it has to say. */
public record BreakGlassNote(
    @Schema(examples = "Agreed by phone, ticket 4711.") @NotBlank @Size(max = 1000)
        String reason) {}
