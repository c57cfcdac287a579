package dev.assay.evidence.auditpackage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An audit package as the API shows it. */
@Schema(name = "AuditPackage")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditPackageResponse(
    @Schema(required = true) UUID id,
    @Schema(required = true, description = "First day of the period.") LocalDate periodFrom,
    @Schema(required = true, description = "Last day of the period.") LocalDate periodTo,
    @Schema(required = true, description = "The moment as of which it tells everything.")
        Instant knownAt,
    @Schema(required = true, description = "Subject of whoever asked for it.") String askedBy,
    @Schema(required = true) Instant askedAt,
    @Schema(required = true) PackageState state,
    @Schema(required = true, description = "When it came into this state.") Instant stateAt,
    @Schema(description = "Only of FAILED.") @Nullable FailureReason reason,
    @Schema(description = "From the begin of its build on.") @Nullable PackageProgress progress,
    @Schema(description = "Bytes; only of SEALED.") @Nullable Long size,
    @Schema(
            pattern = "^[0-9a-f]{64}$",
            description =
                "Of the whole package; only of SEALED. Hand it on by another way than the package.")
        @Nullable String sha256,
    @Schema(description = "Items of the period; only of SEALED.") @Nullable Integer items,
    @Schema(description = "Files in the package; only of SEALED.") @Nullable Integer files,
    @Schema(description = "What the manifest lists as left out; only of SEALED.")
        @Nullable Integer excluded,
    @Schema(description = "The store refuses to delete it before; only of SEALED.")
        @Nullable Instant retainUntil) {

  static final String ASKED =
      """
      {"id":"01932f3e-9a00-7c40-8a53-000000000001","periodFrom":"2026-01-01","periodTo":"2026-12-31","knownAt":"2026-11-23T10:15:29.001Z","askedBy":"00000000-0000-4000-8000-000000000003","askedAt":"2026-11-23T10:15:29.001Z","state":"ASKED","stateAt":"2026-11-23T10:15:29.001Z"}
      """;

  static final String SEALED =
      """
      {"id":"01932f3e-9a00-7c40-8a53-000000000001","periodFrom":"2026-01-01","periodTo":"2026-12-31","knownAt":"2026-11-23T10:15:29.001Z","askedBy":"00000000-0000-4000-8000-000000000003","askedAt":"2026-11-23T10:15:29.001Z","state":"SEALED","stateAt":"2026-11-23T10:15:41.220Z","progress":{"filesDone":120,"filesTotal":120,"bytesDone":48211733,"bytesTotal":48211733},"size":48419220,"sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","items":96,"files":120,"excluded":1,"retainUntil":"2034-01-01T12:00:00Z"}
      """;

  static AuditPackageResponse of(AuditPackage asked) {
    boolean sealed = asked.state() == PackageState.SEALED;
    PackageBytes bytes = sealed ? asked.bytes().orElse(null) : null;
    return new AuditPackageResponse(
        asked.id(),
        asked.periodFrom(),
        asked.periodTo(),
        asked.knownAt(),
        asked.askedBy(),
        asked.askedAt(),
        asked.state(),
        asked.stateAt(),
        asked.reason().map(FailureReason::valueOf).orElse(null),
        asked.progress().orElse(null),
        bytes == null ? null : bytes.size(),
        bytes == null ? null : bytes.sha256(),
        bytes == null ? null : bytes.items(),
        bytes == null ? null : bytes.files(),
        bytes == null ? null : bytes.excluded(),
        asked.retainUntil().orElse(null));
  }

  /** How a package looks that has just been asked for. */
  static AuditPackageResponse asked(UUID id, PackageScope scope, String askedBy, Instant at) {
    return new AuditPackageResponse(
        id,
        scope.from(),
        scope.to(),
        scope.knownAt(),
        askedBy,
        at,
        PackageState.ASKED,
        at,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
