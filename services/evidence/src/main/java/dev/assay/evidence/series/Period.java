package dev.assay.evidence.series;

import dev.assay.http.problem.ProblemException;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The days that one request of a series asks about, both included. */
@Schema(name = "EvidenceSeriesPeriod")
record Period(
    @Schema(required = true) LocalDate periodFrom, @Schema(required = true) LocalDate periodTo) {

  /** Periods given by the caller follow each other, each within the table's bounds. */
  static void requireSensible(List<Period> periods) {
    for (int i = 0; i < periods.size(); i++) {
      Period period = periods.get(i);
      String pointer = "/periods/" + i;
      if (period.periodTo().isBefore(period.periodFrom())) {
        throw ProblemException.invalid(pointer + "/periodTo", "The period ends before it starts.");
      }
      if (i > 0 && !period.periodFrom().isAfter(periods.get(i - 1).periodTo())) {
        throw ProblemException.invalid(
            pointer + "/periodFrom", "It begins before the period ahead of it has ended.");
      }
    }
  }
}
