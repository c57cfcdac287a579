package dev.assay.evidence.request;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why. */
@Schema(name = "EvidenceRequestReason")
record ReasonBody(
    @NotBlank @Size(max = 1000) @Pattern(regexp = Words.TEXT, message = Words.TEXT_MESSAGE)
        String reason) {}
