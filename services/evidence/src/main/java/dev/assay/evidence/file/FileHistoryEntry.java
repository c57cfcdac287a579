package dev.assay.evidence.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When a file came into a state, and why where that needs saying. */
@Schema(name = "FileHistoryEntry")
public record FileHistoryEntry(
    @Schema(required = true) FileState state,
    @Schema(required = true) Instant at,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "A code; only of ABANDONED and QUARANTINED.")
        @Nullable String reason) {}
