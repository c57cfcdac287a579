package dev.assay.evidence.item;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An item of evidence as the API shows it. */
@Schema(name = "Evidence")
record EvidenceResponse(
    @Schema(required = true) UUID id,
    @Schema(required = true) String title,
    @Schema(required = true, examples = "AM-04") String controlId,
    @Schema(required = true, description = "First day covered.") LocalDate periodFrom,
    @Schema(required = true, description = "Last day covered.") LocalDate periodTo,
    @Schema(required = true) String sourceSystem,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String obtainedHow,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable HowObtained informationProduced,
    @Schema(required = true, description = "Subject of whoever entered it.") String addedBy,
    @Schema(required = true, description = "When it was entered, whatever it covers.")
        Instant arrivedAt) {

  static EvidenceResponse of(Evidence item) {
    return new EvidenceResponse(
        item.id(),
        item.title(),
        item.controlId(),
        item.periodFrom(),
        item.periodTo(),
        item.sourceSystem(),
        item.obtainedHow().orElse(null),
        item.informationProduced().orElse(null),
        item.addedBy(),
        item.arrivedAt());
  }
}
