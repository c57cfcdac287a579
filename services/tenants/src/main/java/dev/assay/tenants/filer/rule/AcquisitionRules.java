package dev.assay.tenants.filer.rule;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How long an acquired business may be left out of management's assessment.
 *
 * @param years from the acquisition to the assessment's date, the last day included
 * @param annualReports in how many annual reports at most
 */
public record AcquisitionRules(
    @Schema(required = true) @Min(0) @Max(10) int years,
    @Schema(required = true) @Min(0) @Max(10) int annualReports) {}
