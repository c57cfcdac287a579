package dev.assay.evidence.quota;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new quota from a day on. */
@Schema(name = "NewEvidenceQuota")
record QuotaRequest(
    @NotNull
        @PositiveOrZero
        @Max(1_125_899_906_842_624L)
        @Schema(description = "The most bytes to keep, up to 1 PiB.", examples = "2199023255552")
        Long bytes,
    @NotNull @Schema(description = "First day on which it holds, in UTC; today or later.")
        LocalDate inForceFrom,
    @NotBlank
        @Size(max = 500)
        @Pattern(regexp = "[^\\p{Cntrl}]*", message = "Use printable characters only.")
        @Schema(examples = "Two more systems in scope from July on.")
        String reason) {}
