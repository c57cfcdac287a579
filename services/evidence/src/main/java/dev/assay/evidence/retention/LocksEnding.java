package dev.assay.evidence.retention;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What comes to the end of its lock in a month. */
@Schema(name = "LocksEnding")
record LocksEnding(
    @Schema(required = true, examples = "2033-07", description = "Of UTC.") String month,
    @Schema(required = true) long files,
    @Schema(required = true) long bytes) {}
