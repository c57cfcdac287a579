package dev.assay.evidence.upload;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a file that will come in parts is going to be. */
@Schema(name = "NewResumableUpload")
record ResumableRequest(
    @NotNull
        @Size(max = 512)
        @Schema(
            description = "The file's name, 1 to 255 characters, no path.",
            examples = "ledger-2026.csv")
        String name,
    @Size(max = 200)
        @Schema(nullable = true, examples = "text/csv", description = "What the file is.")
        @Nullable String mediaType,
    @NotNull
        @Max(5_368_709_120L)
        @Schema(description = "Bytes of the whole file, up to 5 GiB.", examples = "20971537")
        Long size,
    @NotNull
        @Pattern(regexp = "[0-9a-f]{64}", message = "Give the SHA-256 in lower-case hexadecimal.")
        @Schema(description = "SHA-256 of the whole file.")
        String sha256,
    @Schema(
            nullable = true,
            description = "The file of this item that this is a new version of; it stays.")
        @Nullable UUID supersedes) {}
