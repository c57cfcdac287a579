package dev.assay.evidence.series;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request that a series is going to make. */
@Schema(name = "EvidenceSeriesAsk")
record AskResponse(
    @Schema(required = true) LocalDate periodFrom,
    @Schema(required = true) LocalDate periodTo,
    @Schema(required = true, description = "The day on which the request is raised.")
        LocalDate raisedOn,
    @Schema(required = true) LocalDate dueOn) {

  static AskResponse of(Schedule.Ask ask) {
    return new AskResponse(
        ask.period().periodFrom(), ask.period().periodTo(), ask.raisedOn(), ask.dueOn());
  }
}
