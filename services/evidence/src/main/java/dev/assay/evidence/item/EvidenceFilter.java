package dev.assay.evidence.item;

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
 */
record EvidenceFilter(
    @Nullable String controlId, @Nullable LocalDate from, @Nullable LocalDate to) {

  EvidenceFilter {
    if (from != null && to != null && to.isBefore(from)) {
      throw ProblemException.invalid("?periodTo", "The period ends before it starts.");
    }
  }

  /** Reads the caller's parameters; a wrong one is a 400, where the framework would say 404. */
  static EvidenceFilter parse(
      @Nullable String controlId, @Nullable String from, @Nullable String to) {
    return new EvidenceFilter(controlId, day("?periodFrom", from), day("?periodTo", to));
  }

  private static @Nullable LocalDate day(String parameter, @Nullable String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException wrong) {
      throw ProblemException.invalid(parameter, "Give a day such as 2026-12-31.");
    }
  }

  PageRequest page(UUID client, @Nullable Integer limit, @Nullable String cursor) {
    return PageRequest.of(limit, cursor, "evidence", client, this);
  }
}
