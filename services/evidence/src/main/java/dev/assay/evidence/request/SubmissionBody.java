package dev.assay.evidence.request;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is given in answer to a request. */
@Schema(name = "EvidenceSubmission")
record SubmissionBody(
    @NotNull
        @Size(min = 1, max = 50)
        @Schema(
            description =
                "Items of this client, of the control that was asked for, covering some of the"
                    + " period.")
        List<@NotNull UUID> evidenceIds,
    @Size(min = 1, max = 1000)
        @Pattern(regexp = Words.TEXT, message = Words.TEXT_MESSAGE)
        @Schema(nullable = true)
        @Nullable String note) {}
