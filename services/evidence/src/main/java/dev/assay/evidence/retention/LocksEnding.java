package dev.assay.evidence.retention;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What comes to the end of its lock in a month. */
@Schema(name = "LocksEnding")
record LocksEnding(
    @Schema(required = true, examples = "2033-07", description = "Of UTC.") String month,
    @Schema(required = true) long files,
    @Schema(required = true) long bytes,
    @Schema(
            required = true,
            description =
                "Of these, files whose retention lasts longer than their lock, which the store has"
                    + " still to lengthen; anything but 0 for more than some minutes is an alarm.")
        long endingTooSoon) {}
