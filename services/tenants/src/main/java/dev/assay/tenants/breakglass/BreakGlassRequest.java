package dev.assay.tenants.breakglass;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why an operator must read at a client, and for how long.
 *
 * @param reason what the MSP and the client will read; at least a sentence
 * @param forMinutes no longer than needed; the rules set the most
 */
public record BreakGlassRequest(
    @Schema(examples = "Ticket 4711: sealed evidence does not show up in the 404 view.")
        @NotBlank
        @Size(min = 20, max = 1000)
        String reason,
    @Schema(examples = "60") @Min(1) int forMinutes) {}
