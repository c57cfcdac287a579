package dev.assay.evidence.item;

import dev.assay.evidence.file.FileState;
import dev.assay.http.page.PageRequest;
import dev.assay.http.problem.ProblemException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which items a list shows.
 *
 * @param controlId only this control's
 * @param from only items whose period reaches this day or later
 * @param to only items whose period begins on this day or earlier
 * @param titlePrefix only items whose title begins so, in any case
 * @param sourceSystem only items from there
 * @param fileState only items with a file that is in this state now
 */
record EvidenceFilter(
    @Nullable String controlId,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable String titlePrefix,
    @Nullable String sourceSystem,
    @Nullable FileState fileState) {

  private static final int LONGEST = 200;

  EvidenceFilter {
    if (from != null && to != null && to.isBefore(from)) {
      throw ProblemException.invalid("?periodTo", "The period ends before it starts.");
    }
    requireText("?titlePrefix", titlePrefix);
    requireText("?sourceSystem", sourceSystem);
  }

  private static void requireText(String parameter, @Nullable String text) {
    if (text != null && (text.isEmpty() || text.length() > LONGEST || text.indexOf('\0') >= 0)) {
      throw ProblemException.invalid(parameter, "Give 1 to %d characters.".formatted(LONGEST));
    }
  }

  /** Reads the caller's parameters; a wrong one is a 400, where the framework would say 404. */
  static EvidenceFilter parse(
      @Nullable String controlId,
      @Nullable String from,
      @Nullable String to,
      @Nullable String titlePrefix,
      @Nullable String sourceSystem,
      @Nullable String fileState) {
    return new EvidenceFilter(
        controlId,
        day("?periodFrom", from),
        day("?periodTo", to),
        titlePrefix,
        sourceSystem,
        state(fileState));
  }

  private static @Nullable FileState state(@Nullable String text) {
    try {
      return text == null ? null : FileState.valueOf(text);
    } catch (IllegalArgumentException wrong) {
      throw ProblemException.invalid("?fileState", "Give a state such as SEALED.");
    }
  }

  private static @Nullable LocalDate day(String parameter, @Nullable String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException wrong) {
      throw ProblemException.invalid(parameter, "Give a day such as 2026-12-31.");
    }
  }

  PageRequest page(UUID owner, @Nullable Integer limit, @Nullable String cursor) {
    return PageRequest.of(limit, cursor, "evidence", owner, this);
  }
}
