package dev.assay.tenants.filer.rule;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a class of filers is entered and left.
 *
 * @param entryFloat the public float that enters it, if reached
 * @param entryYears in how many years running: this one, or also the one before
 * @param exitFloat who was in it leaves below this public float
 * @param exitYears in how many years running
 * @param seasoningMonths months of reporting that it takes
 * @param seasoningAnnualReports annual reports filed before that it takes
 */
public record FloatClass(
    @Schema(required = true) @NotNull @Valid Money entryFloat,
    @Schema(required = true) @Min(1) @Max(2) int entryYears,
    @Schema(required = true) @NotNull @Valid Money exitFloat,
    @Schema(required = true) @Min(1) @Max(2) int exitYears,
    @Schema(required = true) @Min(0) @Max(1200) int seasoningMonths,
    @Schema(required = true) @Min(0) @Max(100) int seasoningAnnualReports) {}
