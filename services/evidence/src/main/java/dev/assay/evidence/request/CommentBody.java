package dev.assay.evidence.request;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something to say about a request. */
@Schema(name = "NewEvidenceRequestComment")
record CommentBody(
    @NotBlank @Size(max = 4000) @Pattern(regexp = Words.TEXT, message = Words.TEXT_MESSAGE)
        String text) {}
