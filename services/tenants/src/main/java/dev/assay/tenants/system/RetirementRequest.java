package dev.assay.tenants.system;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a system leaves scope.
 *
 * @param retiredOn the first day on which it is out of scope
 */
@Schema(name = "SystemRetirementRequest")
public record RetirementRequest(
    @Schema(examples = "2027-01-01") @NotNull LocalDate retiredOn,
    @Schema(examples = "Its last account moved to the new ledger.", pattern = "\\S")
        @NotNull
        @Worded
        @Size(max = 2000)
        String reason) {}
