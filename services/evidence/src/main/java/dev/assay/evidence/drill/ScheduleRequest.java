package dev.assay.evidence.drill;

import dev.assay.http.problem.ProblemException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When drills are to be due from today on. */
@Schema(name = "NewEvidenceDrillSchedule")
record ScheduleRequest(
    @NotNull @Schema(description = "False ends it: nothing is asked for until it is set again.")
        Boolean active,
    @NotNull @Schema(description = "1, 3, 6 or 12.") Integer everyMonths,
    @NotNull @Min(1) @Max(200) @Schema(description = "How many files each drill draws at most.")
        Integer sampleSize,
    @NotNull
        @Schema(description = "The day, in UTC, on which the first drill begins: today or later.")
        LocalDate firstOn,
    @NotNull
        @Min(1)
        @Max(28)
        @Schema(
            description =
                "How many days a drill has, the one on which it begins included, until it counts"
                    + " as missed.")
        Integer daysToFinish,
    @NotBlank
        @Size(max = 500)
        @Pattern(regexp = "[^\\p{Cntrl}]*", message = "Use printable characters only.")
        String reason) {

  private static final Set<Integer> MONTHS = Set.of(1, 3, 6, 12);
  private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

  /** The version that it makes, once it is sure that it is a sensible one. */
  Schedule version(int version, String by, Instant now) {
    if (!MONTHS.contains(everyMonths)) {
      throw ProblemException.invalid("/everyMonths", "Give 1, 3, 6 or 12.");
    }
    if (firstOn.isBefore(LocalDate.ofInstant(now, ZoneOffset.UTC))) {
      throw ProblemException.invalid("/firstOn", "Give today, in UTC, or a later day.");
    }
    if (firstOn.isAfter(LATEST)) {
      throw ProblemException.invalid("/firstOn", "Give a day up to " + LATEST + ".");
    }
    return new Schedule(
        version, active, everyMonths, sampleSize, firstOn, daysToFinish, reason, by, now);
  }
}
