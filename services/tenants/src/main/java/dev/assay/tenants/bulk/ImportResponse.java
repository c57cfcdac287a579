package dev.assay.tenants.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An import with how many rows came to what. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Import")
public record ImportResponse(
    @Schema(required = true) UUID id,
    @Schema(required = true) ImportFormat format,
    @Schema(required = true, description = "Whether nothing but the results was kept.")
        boolean dryRun,
    @Schema(required = true, description = "Of the file, in lower-case hexadecimal.") String sha256,
    @Schema(required = true) long sizeBytes,
    @Schema(required = true) int rows,
    @Schema(required = true) int created,
    @Schema(required = true) int unchanged,
    @Schema(required = true) int rejected,
    @Schema(required = true) Instant startedAt,
    @Schema(description = "Absent while rows are left; the same request then goes on.")
        @Nullable Instant finishedAt) {

  static final String EXAMPLE =
      """
      {"id":"019aaf1e-7c00-7000-8000-000000000031","format":"NDJSON","dryRun":false,
       "sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
       "sizeBytes":2048,"rows":12,"created":10,"unchanged":1,"rejected":1,
       "startedAt":"2026-11-23T10:00:00Z","finishedAt":"2026-11-23T10:00:01Z"}
      """;

  static ImportResponse of(Import row) {
    return new ImportResponse(
        row.id,
        row.format,
        row.dryRun,
        row.sha256,
        row.sizeBytes,
        row.rowsDone,
        row.created,
        row.unchanged,
        row.rejected,
        row.startedAt,
        row.finishedAt);
  }
}
