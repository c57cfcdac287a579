package dev.assay.evidence.series;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The next requests of a series; fewer than asked for when it ends. */
@Schema(name = "EvidenceSeriesAsks")
record AsksResponse(
    @Schema(required = true, examples = "America/New_York") String timeZone,
    @Schema(required = true, description = "Today at the client's place.") LocalDate today,
    @Schema(required = true) List<AskResponse> items) {

  AsksResponse {
    items = List.copyOf(items);
  }
}
