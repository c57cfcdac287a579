package dev.assay.evidence.hold;

import dev.assay.http.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A hold to be placed: over the items that it names, or over all that meet its filter. */
@Schema(name = "NewLegalHold")
record HoldRequest(
    @NotBlank
        @Size(max = 200)
        @Pattern(regexp = "[^\\p{Cntrl}]*", message = "Use printable characters only.")
        @Schema(description = "The matter by which the hold is known.")
        String matter,
    @NotBlank
        @Size(max = 2000)
        @Pattern(regexp = "[^\\x00]*", message = "The character NUL is not text.")
        String reason,
    @Valid @Schema(nullable = true, description = "All that meet it, now or later.")
        @Nullable Filter filter,
    @Size(min = 1, max = 500) @Schema(nullable = true, description = "Or the items themselves.")
        @Nullable List<@NotNull UUID> evidenceIds) {

  /** What a hold covers; a part that is null leaves out nothing. */
  @Schema(name = "LegalHoldFilter")
  record Filter(
      @Pattern(
              regexp = "[A-Z][A-Z0-9]{1,7}-[0-9]{1,4}",
              message = "Give the control's id in the library, such as AM-04.")
          @Schema(nullable = true, examples = "AM-04")
          @Nullable String controlId,
      @Schema(nullable = true, description = "Items whose period reaches this day or later.")
          @Nullable LocalDate periodFrom,
      @Schema(nullable = true, description = "Items whose period begins on this day or earlier.")
          @Nullable LocalDate periodTo) {}

  HoldRequest {
    // Not List.copyOf: that a null is among them is for the validation to say.
    evidenceIds =
        evidenceIds == null ? null : Collections.unmodifiableList(new ArrayList<>(evidenceIds));
  }

  /** Rules that take more than one field. */
  void requireOneReach() {
    if ((filter == null) == (evidenceIds == null)) {
      throw ProblemException.invalid("/filter", "Give either a filter or the items' ids.");
    }
    if (filter != null
        && filter.periodFrom() != null
        && filter.periodTo() != null
        && filter.periodTo().isBefore(filter.periodFrom())) {
      throw ProblemException.invalid("/filter/periodTo", "The period ends before it starts.");
    }
  }
}
