package dev.assay.evidence.series;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A series as the API shows it. */
@Schema(name = "EvidenceSeries")
record SeriesResponse(
    @Schema(required = true) UUID id,
    @Schema(required = true, examples = "AM-04") String controlId,
    @Schema(required = true) String title,
    @Schema(required = true) String asked,
    @Schema(required = true) UUID assigneePersonId,
    @Schema(required = true) Rhythm rhythm,
    @Schema(required = true, description = "First day of the first period.") LocalDate firstFrom,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) @Schema(description = "With DATES.")
        List<Period> periods,
    @Schema(required = true) int dueAfterDays,
    @Schema(required = true) int aheadDays,
    @Schema(required = true, examples = "America/New_York") String timeZone,
    @Schema(required = true) String raisedBy,
    @Schema(required = true) Instant raisedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Absent while it goes on.")
        @Nullable EndResponse end) {

  /** From when on it asks no more. */
  @Schema(name = "EvidenceSeriesEnd")
  record EndResponse(
      @Schema(required = true) LocalDate lastDay,
      @Schema(required = true) String reason,
      @Schema(required = true) String endedBy,
      @Schema(required = true) Instant endedAt) {}

  SeriesResponse {
    periods = List.copyOf(periods);
  }

  static SeriesResponse of(Series series) {
    Series.End end = series.end();
    return new SeriesResponse(
        series.id(),
        series.controlId(),
        series.title(),
        series.asked(),
        series.assigneePersonId(),
        series.rhythm(),
        series.firstFrom(),
        series.periods(),
        series.dueAfterDays(),
        series.aheadDays(),
        series.zone().getId(),
        series.raisedBy(),
        series.raisedAt(),
        end == null ? null : new EndResponse(end.lastDay(), end.reason(), end.by(), end.at()));
  }
}
