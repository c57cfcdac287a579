package dev.assay.evidence.series;

import dev.assay.evidence.request.Words;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** From when on a series asks no more. */
@Schema(name = "NewEvidenceSeriesEnd")
record EndBody(
    @NotNull @Schema(description = "Nothing is asked for a period that begins after this day.")
        LocalDate lastDay,
    @NotBlank @Size(max = 1000) @Pattern(regexp = Words.TEXT, message = Words.TEXT_MESSAGE)
        String reason) {}
