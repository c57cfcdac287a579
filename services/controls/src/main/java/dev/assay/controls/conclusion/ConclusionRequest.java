package dev.assay.controls.conclusion;

import dev.assay.controls.evidence.FileRef;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A conclusion about a control.
 *
 * @param reason what was looked at and why it leads here, or why the control does not apply
 * @param concludedOn the day it was concluded, at the client's place
 */
@Schema(name = "NewConclusion")
public record ConclusionRequest(
    @NotNull @Schema(required = true) ConclusionStatus status,
    @NotBlank @Size(max = 4000) @Schema(required = true) String reason,
    @Nullable @Valid @Size(max = 50) @Schema(nullable = true) List<@NotNull FileRef> evidence,
    @NotNull @Schema(required = true) LocalDate concludedOn) {

  List<FileRef> files() {
    return evidence == null ? List.of() : evidence;
  }

  boolean namesAFileTwice() {
    var seen = new HashSet<UUID>();
    return !files().stream().allMatch(file -> seen.add(file.fileId()));
  }
}
