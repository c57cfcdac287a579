package dev.assay.evidence.drill;

import dev.assay.http.problem.ProblemException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A drill to be run now. */
@Schema(name = "NewEvidenceDrill")
record DrillRequest(
    @NotNull @Min(1) @Max(200) @Schema(description = "How many files to draw at most.")
        Integer sampleSize,
    @Pattern(
            regexp = "[A-Z][A-Z0-9]{1,7}-[0-9]{1,4}",
            message = "Give the control's id in the library, such as AM-04.")
        @Schema(nullable = true, description = "Draw from evidence for this control alone.")
        @Nullable String controlId,
    @Schema(
            nullable = true,
            description = "Draw from evidence alone whose period reaches this day or later.")
        @Nullable LocalDate periodFrom,
    @Schema(
            nullable = true,
            description = "Draw from evidence alone whose period begins on this day or earlier.")
        @Nullable LocalDate periodTo,
    @Pattern(
            regexp = "[0-9a-f]{64}",
            message = "Give 32 bytes as 64 digits of lower-case hexadecimal.")
        @Schema(
            nullable = true,
            description =
                "Whoever wants to be sure that we did not choose the sample brings the seed;"
                    + " left out, it is random.")
        @Nullable String seed) {

  private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

  /** What to draw from, once it is sure that it is a sensible question. */
  DrillScope scope(Instant now) {
    require("/periodFrom", periodFrom);
    require("/periodTo", periodTo);
    if (periodFrom != null && periodTo != null && periodTo.isBefore(periodFrom)) {
      throw ProblemException.invalid("/periodTo", "The period ends before it starts.");
    }
    return new DrillScope(controlId, periodFrom, periodTo, now);
  }

  private static void require(String field, @Nullable LocalDate day) {
    if (day != null && (day.isBefore(EARLIEST) || day.isAfter(LATEST))) {
      throw ProblemException.invalid(
          field, "Give a day from %s to %s.".formatted(EARLIEST, LATEST));
    }
  }
}
