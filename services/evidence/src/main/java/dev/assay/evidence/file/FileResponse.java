package dev.assay.evidence.file;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A file as the API shows it. */
@Schema(name = "EvidenceFile")
public record FileResponse(
    @Schema(required = true) UUID id,
    @Schema(required = true) UUID evidenceId,
    @Schema(required = true, examples = "realm-users.json") String name,
    @Schema(required = true, description = "What the sender said it is.", examples = "text/csv")
        String mediaType,
    @Schema(required = true, description = "Bytes.") long size,
    @Schema(required = true, pattern = "^[0-9a-f]{64}$") String sha256,
    @Schema(required = true) FileState state,
    @Schema(required = true, description = "When it came into this state.") Instant stateAt,
    @Schema(required = true, description = "When it arrived, whatever period it covers.")
        Instant arrivedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "The store refuses to delete it before; from UPLOADED on.")
        @Nullable Instant retainUntil,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "The dated rule set of the lock that it was sealed with.")
        @Nullable String retentionRuleSet,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "The file that this is a new version of.")
        @Nullable UUID supersedes,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "The file that is a new version of this one, which stays.")
        @Nullable UUID supersededBy) {

  /** How the API shows this file. */
  public static FileResponse of(StoredFile file) {
    return new FileResponse(
        file.id(),
        file.evidenceId(),
        file.name().text(),
        file.mediaType().text(),
        file.size(),
        file.sha256(),
        file.state(),
        file.stateAt(),
        file.addedAt(),
        file.retainUntil().orElse(null),
        file.ruleSet().orElse(null),
        file.supersedes().orElse(null),
        file.supersededBy().orElse(null));
  }

  /** How the API shows a file that the store has just taken. */
  public static FileResponse uploaded(NewFile file, Instant at, Instant until) {
    return new FileResponse(
        file.id(),
        file.evidenceId(),
        file.name().text(),
        file.mediaType().text(),
        file.size(),
        file.sha256(),
        FileState.UPLOADED,
        at,
        file.arrivedAt(),
        until,
        null,
        file.supersedes(),
        null);
  }
}
