package dev.assay.evidence.item;

import dev.assay.http.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new item of evidence. */
@Schema(name = "NewEvidence")
record EvidenceRequest(
    @NotBlank @Size(max = 200) @Pattern(regexp = PRINTABLE, message = PRINTABLE_MESSAGE)
        String title,
    @NotNull
        @Pattern(
            regexp = "[A-Z][A-Z0-9]{1,7}-[0-9]{1,4}",
            message = "Give the control's id in the library, such as AM-04.")
        @Schema(examples = "AM-04")
        String controlId,
    @NotNull @Schema(description = "First day that the evidence covers.") LocalDate periodFrom,
    @NotNull @Schema(description = "Last day that the evidence covers.") LocalDate periodTo,
    @NotBlank
        @Size(max = 200)
        @Pattern(regexp = PRINTABLE, message = PRINTABLE_MESSAGE)
        @Schema(description = "Where it comes from.")
        String sourceSystem,
    @Size(min = 1, max = 4000)
        @Pattern(regexp = "[^\\x00]*", message = "The character NUL is not text.")
        @Schema(
            nullable = true,
            description = "In words; informationProduced takes what a system can run again.")
        @Nullable String obtainedHow,
    @Valid
        @Schema(
            nullable = true,
            description =
                "Of a list or report that a system produced: how, so that it can be run again.")
        @Nullable HowObtained informationProduced) {

  static final String PRINTABLE = "[^\\p{Cntrl}]*";
  static final String PRINTABLE_MESSAGE = "Use printable characters only.";

  /** Evidence of a time before any of this, or after, is a slip of the keyboard. */
  private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);

  private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

  /** Rules that take more than one field. */
  void requireSensiblePeriod() {
    if (periodFrom.isBefore(EARLIEST)) {
      throw ProblemException.invalid("/periodFrom", "Give a day from " + EARLIEST + " on.");
    }
    if (periodTo.isAfter(LATEST)) {
      throw ProblemException.invalid("/periodTo", "Give a day up to " + LATEST + ".");
    }
    if (periodTo.isBefore(periodFrom)) {
      throw ProblemException.invalid("/periodTo", "The period ends before it starts.");
    }
  }
}
