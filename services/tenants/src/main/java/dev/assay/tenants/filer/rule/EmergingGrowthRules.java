package dev.assay.tenants.filer.rule;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * When an emerging growth company stops being one (15 USC 78c(a)(80)).
 *
 * @param revenueAtLeast annual revenue that ends it, if reached
 * @param debtAbove non-convertible debt issued in three years that ends it, if exceeded
 * @param anniversary of the first registered sale of common equity, after which the next fiscal
 *     year-end ends it
 */
public record EmergingGrowthRules(
    @Schema(required = true) @NotNull @Valid Money revenueAtLeast,
    @Schema(required = true) @NotNull @Valid Money debtAbove,
    @Schema(required = true) @Min(1) @Max(50) int anniversary) {}
