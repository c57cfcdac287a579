package dev.assay.evidence.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who was to answer until when, from a moment on. */
@Schema(name = "EvidenceRequestTerms")
record TermsResponse(
    @Schema(required = true) int number,
    @Schema(required = true) UUID assigneePersonId,
    @Schema(required = true) LocalDate dueOn,
    @Schema(required = true) Instant setAt,
    @Schema(required = true) String setBy,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Absent for the first.")
        @Nullable String reason) {}
