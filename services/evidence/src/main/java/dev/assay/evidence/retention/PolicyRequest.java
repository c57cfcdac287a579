package dev.assay.evidence.retention;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rule of retention to be applied from a day on. */
@Schema(name = "NewRetentionPolicy")
record PolicyRequest(
    @NotNull
        @Schema(
            description = "First day on which it is applied, in UTC; today or later.",
            examples = "2027-01-01")
        LocalDate validFrom,
    @NotNull
        @Pattern(
            regexp = "[A-Z][A-Z0-9]{1,7}(-[0-9]{1,4})?",
            message = "Give ALL, a control domain such as AM, or a control such as AM-04.")
        @Schema(examples = {"ALL", "AM", "AM-04"})
        String evidenceClass,
    @NotNull PolicyStart start,
    // Whoever types 999 would lock for ever what nobody can unlock.
    @NotNull @Min(1) @Max(30) @Schema(examples = "10") Integer years,
    @NotBlank
        @Size(max = 500)
        @Pattern(regexp = "[^\\p{Cntrl}]*", message = "Use printable characters only.")
        @Schema(examples = "Our lender's covenant of 2026")
        String reason) {}
