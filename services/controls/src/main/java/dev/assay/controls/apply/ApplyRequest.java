package dev.assay.controls.apply;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What to apply to the year.
 *
 * @param systemIds in-scope systems of the client that the chosen controls are performed on
 */
@Schema(name = "ApplyLibrary")
public record ApplyRequest(
    @NotNull @Valid @Schema(required = true) Selection selection,
    @Schema(nullable = true) @Nullable @Size(max = 200) List<@NotNull UUID> systemIds) {

  /** The systems as they were named, so that a position is a pointer into the body. */
  List<UUID> systemsNamed() {
    return systemIds == null ? List.of() : systemIds;
  }
}
