package dev.assay.evidence.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A request as the API shows it; overdue follows from state, dueUntil and asOf. */
@Schema(name = "EvidenceRequest")
record RequestResponse(
    @Schema(required = true) UUID id,
    @Schema(required = true) UUID clientId,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "The series that asks; absent when a person did.")
        @Nullable UUID seriesId,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "The control test that it is for, in controls.")
        @Nullable UUID controlTestId,
    @Schema(required = true, examples = "AM-04") String controlId,
    @Schema(required = true) String title,
    @Schema(required = true) String asked,
    @Schema(required = true) LocalDate periodFrom,
    @Schema(required = true) LocalDate periodTo,
    @Schema(required = true) UUID assigneePersonId,
    @Schema(required = true, description = "The last day in time, in timeZone.") LocalDate dueOn,
    @Schema(required = true, examples = "America/New_York") String timeZone,
    @Schema(required = true, description = "The first instant that is late.") Instant dueUntil,
    @Schema(required = true) RequestState state,
    @Schema(
            required = true,
            description = "OPEN or RETURNED, and asOf is not before dueUntil. Never stored.")
        boolean overdue,
    @Schema(required = true, description = "When this was asked.") Instant asOf,
    @Schema(required = true, description = "As in the ETag.") long version,
    @Schema(required = true, description = "Subject, or system:evidence-series.") String raisedBy,
    @Schema(required = true) Instant raisedAt) {

  static RequestResponse of(StandingRequest row, Instant now) {
    return new RequestResponse(
        row.id(),
        row.clientId(),
        row.seriesId().orElse(null),
        row.controlTestId().orElse(null),
        row.controlId(),
        row.title(),
        row.asked(),
        row.periodFrom(),
        row.periodTo(),
        row.assigneePersonId(),
        row.dueOn(),
        row.timeZone(),
        row.dueUntil(),
        row.state(),
        DueDate.isOverdue(row.state(), row.dueUntil(), now),
        now,
        row.version(),
        row.raisedBy(),
        row.raisedAt());
  }
}
