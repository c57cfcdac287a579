package dev.assay.evidence.hold;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a hold should end. */
@Schema(name = "LegalHoldRelease")
record ReleaseRequest(
    @NotBlank
        @Size(max = 2000)
        @Pattern(regexp = "[^\\x00]*", message = "The character NUL is not text.")
        String reason) {}
