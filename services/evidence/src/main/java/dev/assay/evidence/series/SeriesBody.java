package dev.assay.evidence.series;

import dev.assay.evidence.request.Words;
import dev.assay.http.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A series to begin. */
@Schema(name = "NewEvidenceSeries")
record SeriesBody(
    @NotNull
        @Pattern(regexp = Words.CONTROL, message = Words.CONTROL_MESSAGE)
        @Schema(examples = "AM-04")
        String controlId,
    @NotBlank @Size(max = 200) @Pattern(regexp = Words.LINE, message = Words.LINE_MESSAGE)
        String title,
    @NotBlank @Size(max = 4000) @Pattern(regexp = Words.TEXT, message = Words.TEXT_MESSAGE)
        String asked,
    @NotNull UUID assigneePersonId,
    @NotNull Rhythm rhythm,
    @Schema(
            nullable = true,
            description = "First day of the first period; not with DATES, which gives periods.")
        @Nullable LocalDate firstFrom,
    @Size(min = 1, max = 100)
        @Schema(
            nullable = true,
            description = "With DATES alone: the periods in order, such as fiscal quarters.")
        @Nullable List<@NotNull @Valid Period> periods,
    @Min(0)
        @Max(MOST_DUE_AFTER)
        @Schema(description = "Days after a period's end by which its request is due.")
        int dueAfterDays,
    @Min(0)
        @Max(MOST_AHEAD)
        @Schema(description = "Days before it is due on which a request is raised.")
        int aheadDays) {

  static final int MOST_DUE_AFTER = 180;
  static final int MOST_AHEAD = 366;

  /** Rules that take more than one field; answers with what the series follows. */
  Schedule requireSensible(LocalDate today) {
    return requireSensible(rhythm, firstFrom, periods, dueAfterDays, aheadDays, today);
  }

  static Schedule requireSensible(
      Rhythm rhythm,
      @Nullable LocalDate firstFrom,
      @Nullable List<Period> periods,
      int dueAfterDays,
      int aheadDays,
      LocalDate today) {
    List<Period> given = periods == null ? List.of() : periods;
    if (rhythm == Rhythm.DATES && given.isEmpty()) {
      throw ProblemException.invalid("/periods", "DATES needs its periods.");
    }
    if (rhythm != Rhythm.DATES && !given.isEmpty()) {
      throw ProblemException.invalid("/periods", "Only DATES takes periods.");
    }
    if ((rhythm == Rhythm.DATES) != (firstFrom == null)) {
      throw ProblemException.invalid(
          "/firstFrom", "Give it with every rhythm but DATES, whose periods say it.");
    }
    if (given.stream().anyMatch(it -> it.periodFrom() == null || it.periodTo() == null)) {
      throw ProblemException.invalid("/periods", "Each period needs both of its days.");
    }
    Period.requireSensible(given);
    LocalDate first = firstFrom == null ? given.getFirst().periodFrom() : firstFrom;
    LocalDate last = given.isEmpty() ? first : given.getLast().periodTo();
    if (first.isBefore(today.minusYears(1)) || last.isAfter(today.plusYears(10))) {
      throw ProblemException.invalid(
          rhythm == Rhythm.DATES ? "/periods" : "/firstFrom",
          "Give days from %s to %s.".formatted(today.minusYears(1), today.plusYears(10)));
    }
    return new Schedule(rhythm, first, given, dueAfterDays, aheadDays, null);
  }
}
