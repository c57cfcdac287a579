package dev.assay.evidence.request;

import dev.assay.http.problem.ProblemException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A request for evidence, by hand or from a control test. */
@Schema(name = "NewEvidenceRequest")
record RaiseBody(
    @NotNull
        @Pattern(regexp = Words.CONTROL, message = Words.CONTROL_MESSAGE)
        @Schema(examples = "AM-04")
        String controlId,
    @NotBlank @Size(max = 200) @Pattern(regexp = Words.LINE, message = Words.LINE_MESSAGE)
        String title,
    @NotBlank
        @Size(max = 4000)
        @Pattern(regexp = Words.TEXT, message = Words.TEXT_MESSAGE)
        @Schema(description = "What exactly is asked for.")
        String asked,
    @NotNull LocalDate periodFrom,
    @NotNull LocalDate periodTo,
    @NotNull UUID assigneePersonId,
    @NotNull @Schema(description = "The last day in time, at the client's place.") LocalDate dueOn,
    @Schema(nullable = true, description = "The control test that it is for, in controls.")
        @Nullable UUID controlTestId) {

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

  /** Nobody is asked for something by a day that is over, or past any plan. */
  static void requireDueFrom(LocalDate today, LocalDate dueOn) {
    if (dueOn.isBefore(today) || dueOn.isAfter(today.plusYears(5))) {
      throw ProblemException.invalid(
          "/dueOn", "Give a day from %s, today at the client's place, on.".formatted(today));
    }
  }
}
