package dev.assay.evidence.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One step of a request's way. */
@Schema(name = "EvidenceRequestStep")
record StepResponse(
    @Schema(required = true) int step,
    @Schema(required = true) RequestState state,
    @Schema(required = true) Instant at,
    @Schema(required = true, description = "Subject of whoever took it.") String by,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Absent where a series asked.")
        @Nullable UUID byPersonId,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason) {}
