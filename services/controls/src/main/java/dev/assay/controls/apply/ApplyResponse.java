package dev.assay.controls.apply;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What applying the library added, and what was there before.
 *
 * @param applicationId the id of this application; null when it added nothing
 * @param systemsAdded how many pairs of a control and a system were added
 */
@Schema(name = "LibraryApplied")
public record ApplyResponse(
    @Schema(required = true) int fiscalYear,
    @Schema(required = true, examples = "0.2") String libraryVersion,
    @Schema(nullable = true) @Nullable UUID applicationId,
    @Schema(required = true) List<String> added,
    @Schema(required = true) List<String> alreadyThere,
    @Schema(required = true) int systemsAdded) {}
