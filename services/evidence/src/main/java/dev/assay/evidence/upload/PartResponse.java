package dev.assay.evidence.upload;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part that is here. */
@Schema(name = "UploadedPart")
record PartResponse(
    @Schema(required = true) int number,
    @Schema(required = true, description = "Bytes.") long size,
    @Schema(required = true, pattern = "^[0-9a-f]{64}$") String sha256,
    @Schema(required = true) Instant arrivedAt) {

  static final String EXAMPLE =
      """
      {"number":1,"size":8388608,"sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","arrivedAt":"2026-11-23T10:15:31.101Z"}
      """;

  static PartResponse of(TakenPart part) {
    return new PartResponse(part.number(), part.size(), part.sha256(), part.takenAt());
  }
}
