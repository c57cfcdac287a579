package dev.assay.evidence.request;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A word to an acceptance. */
@Schema(name = "EvidenceRequestAcceptance")
record AcceptanceBody(
    @Size(min = 1, max = 1000)
        @Pattern(regexp = Words.TEXT, message = Words.TEXT_MESSAGE)
        @Schema(nullable = true)
        @Nullable String note) {}
