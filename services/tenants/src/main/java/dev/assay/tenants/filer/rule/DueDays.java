package dev.assay.tenants.filer.rule;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Calendar days from the end of a period within which its report is due. */
public record DueDays(
    @Schema(required = true, examples = "60") @Min(1) @Max(366) int annualReport,
    @Schema(required = true, examples = "40") @Min(1) @Max(366) int quarterlyReport) {}
