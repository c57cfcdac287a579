package dev.assay.evidence.holding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An item of which at least one file was SEALED at the moment asked about. */
@Schema(name = "HeldItem")
record HeldItem(
    @Schema(required = true) UUID id,
    @Schema(required = true) String title,
    @Schema(required = true, examples = "AM-04") String controlId,
    @Schema(required = true, description = "First day covered.") LocalDate periodFrom,
    @Schema(required = true, description = "Last day covered.") LocalDate periodTo,
    @Schema(required = true) String sourceSystem,
    @Schema(required = true) Instant arrivedAt,
    @Schema(required = true, description = "Those that were SEALED then, in order of arrival.")
        List<HeldFile> files) {

  HeldItem {
    files = List.copyOf(files);
  }
}
