package dev.assay.tenants.leaver;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Somebody leaves.
 *
 * @param lastDay their last day; today or before, since their access ends with this request
 */
public record DepartureRequest(
    @Schema(examples = "2026-11-30") @NotNull LocalDate lastDay,
    @Schema(examples = "Changes to another employer.") @NotBlank @Size(max = 1000) String reason) {}
