package dev.assay.tenants.filer.rule;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The revenue test of a smaller reporting company, which makes a filer non-accelerated.
 *
 * @param revenueBelow revenue must be below this
 * @param floatBelow and the public float below this
 * @param revenueBelowAfterAccelerated the limit for who was accelerated or large accelerated last
 *     year, and had not passed on revenue
 * @param previousRevenueAtLeast from this revenue on the year before had not passed; so had one
 *     that is not known
 * @param floatBelowAfterLargeAccelerated the float's limit for who was large accelerated last year
 */
public record RevenueTest(
    @Schema(required = true) @NotNull @Valid Money revenueBelow,
    @Schema(required = true) @NotNull @Valid Money floatBelow,
    @Schema(required = true) @NotNull @Valid Money revenueBelowAfterAccelerated,
    @Schema(required = true) @NotNull @Valid Money previousRevenueAtLeast,
    @Schema(required = true) @NotNull @Valid Money floatBelowAfterLargeAccelerated) {}
