package dev.assay.controls.conclusion;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A decision about a conclusion.
 *
 * @param note what the preparer should know; needed when the conclusion is returned
 */
@Schema(name = "NewReview")
public record ReviewRequest(
    @NotNull @Schema(required = true) Decision decision,
    @Nullable @Size(max = 4000) @Schema(nullable = true) String note) {

  @Nullable String strippedNote() {
    return note == null || note.isBlank() ? null : note.strip();
  }
}
