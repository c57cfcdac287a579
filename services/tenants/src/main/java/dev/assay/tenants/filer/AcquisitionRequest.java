package dev.assay.tenants.filer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A business that was acquired, and the fiscal year whose assessment might leave it out. */
public record AcquisitionRequest(
    @Schema(required = true, examples = "2026-05-01") @NotNull LocalDate acquiredOn,
    @Schema(required = true, examples = "2026") @NotNull @Min(1900) @Max(9998) Integer fiscalYear,
    @Schema(
            required = true,
            examples = "0",
            description = "Annual reports that left this business out before.")
        @NotNull
        @Min(0)
        @Max(100)
        Integer annualReportsAlreadyExcluding) {

  static final String EXAMPLE =
      "{\"acquiredOn\":\"2026-05-01\",\"fiscalYear\":2026,\"annualReportsAlreadyExcluding\":0}";
}
