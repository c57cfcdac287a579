package dev.assay.evidence.drill;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A file of a drill's sample as the API shows it. */
@Schema(name = "EvidenceDrillLine")
@JsonInclude(JsonInclude.Include.NON_NULL)
record LineResponse(
    @Schema(required = true, description = "Its place in the sample, from 1.") int position,
    @Schema(required = true) UUID fileId,
    @Schema(required = true) UUID evidenceId,
    @Schema(required = true, description = "The store's name for the version that was fetched.")
        String version,
    @Schema(
            required = true,
            description =
                "OK, NOT_CHECKED until it was fetched, or the worst of: MISSING, SIZE_DIFFERS,"
                    + " DIGEST_DIFFERS, LOCK_MISSING, LOCK_SHORTER.",
            examples = "OK")
        String result,
    @Schema(description = "All that was wrong, the worst first; once it was fetched.")
        @Nullable List<String> findings,
    @Schema(required = true, description = "What the vault says.") Facts expected,
    @Schema(description = "What the store gave out; once it was fetched.") @Nullable Facts seen,
    @Schema(
            description =
                "What the file's time stamp showed; NONE_HELD where the vault holds none.",
            examples = "NONE_HELD")
        @Nullable String timeStamp,
    @Schema(description = "When it was taken down.") @Nullable Instant at) {

  /** Size, digest and lock. */
  @Schema(name = "EvidenceDrillFacts")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Facts(
      @Schema(description = "Bytes.") @Nullable Long size,
      @Schema(pattern = "^[0-9a-f]{64}$") @Nullable String sha256,
      @Schema(description = "End of the COMPLIANCE lock.") @Nullable Instant lockedUntil) {}

  static final String EXAMPLE =
      """
      {"position":1,"fileId":"01932f3e-9a00-7c40-8a53-000000000002","evidenceId":"01932f3e-9a00-7c40-8a53-000000000001","version":"eVdSnFkXJfBQ2a","result":"OK","findings":[],"expected":{"size":4711,"sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","lockedUntil":"2033-07-01T12:00:00Z"},"seen":{"size":4711,"sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","lockedUntil":"2033-07-01T12:00:00Z"},"timeStamp":"NONE_HELD","at":"2026-11-23T10:15:44.100Z"}
      """;

  static LineResponse of(Line line) {
    Seen seen = line.seen();
    return new LineResponse(
        line.position(),
        line.fileId(),
        line.evidenceId(),
        line.versionId(),
        line.result(),
        line.findings(),
        new Facts(line.expectedSize(), line.expectedSha256(), line.expectedLockedUntil()),
        line.findings() == null ? null : new Facts(seen.size(), seen.sha256(), seen.lockedUntil()),
        line.timeStamp(),
        line.at());
  }
}
