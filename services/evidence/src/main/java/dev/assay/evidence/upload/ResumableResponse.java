package dev.assay.evidence.upload;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An upload in parts as the API shows it. */
@Schema(name = "ResumableUpload")
record ResumableResponse(
    @Schema(required = true, description = "Also the id that the file will have.") UUID id,
    @Schema(required = true) UUID evidenceId,
    @Schema(required = true) String name,
    @Schema(required = true) String mediaType,
    @Schema(required = true, description = "Bytes of the whole file.") long size,
    @Schema(required = true, pattern = "^[0-9a-f]{64}$") String sha256,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID supersedes,
    @Schema(required = true, description = "Bytes of every part but the last.") long partSize,
    @Schema(required = true, description = "How many parts the file has.") int parts,
    @Schema(
            required = true,
            description = "The first part that is not here yet; parts + 1 at last.")
        int nextPart,
    @Schema(required = true) Instant begunAt,
    @Schema(required = true, description = "Thrown away then; every part moves it on.")
        Instant expiresAt) {

  static final String EXAMPLE =
      """
      {"id":"01932f3e-6f11-7c40-8a53-5c1f7a3f9f02","evidenceId":"01932f3e-6a00-7c40-8a53-000000000001","name":"ledger-2026.csv","mediaType":"text/csv","size":20971537,"sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","partSize":8388608,"parts":3,"nextPart":2,"begunAt":"2026-11-23T10:15:30.101Z","expiresAt":"2026-11-24T10:15:31.101Z"}
      """;

  static ResumableResponse of(ResumableUpload upload) {
    return new ResumableResponse(
        upload.file(),
        upload.evidence(),
        upload.name(),
        upload.mediaType(),
        upload.size(),
        upload.sha256(),
        upload.supersedes(),
        upload.partBytes(),
        upload.parts(),
        upload.taken() + 1,
        upload.begunAt(),
        upload.expiresAt());
  }
}
