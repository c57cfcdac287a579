package dev.assay.evidence.stale;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page, with what each answer on it was derived from. */
@Schema(name = "EvidenceFreshnessPage")
record FreshnessPage(
    @Schema(required = true, description = "Today at the client's place.") LocalDate today,
    @Schema(required = true, examples = "America/New_York") String timeZone,
    @Schema(required = true) StalenessRule rule,
    @Schema(required = true) List<Freshness> items,
    @Schema(required = true, nullable = true) @Nullable String nextCursor) {

  FreshnessPage {
    items = List.copyOf(items);
  }
}
