package dev.assay.controls.year;

import dev.assay.controls.library.Domain;
import dev.assay.controls.library.Library;
import dev.assay.controls.library.LibraryControl;
import dev.assay.controls.library.Risk;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A control of a client's year and where it stands.
 *
 * @param status its last accepted conclusion
 * @param conclusionId the conclusion that the status comes from
 * @param evidenceCount files that this conclusion rests on
 * @param waitingConclusionId the conclusion that waits for review
 */
@Schema(name = "Control")
public record ControlResponse(
    @Schema(required = true) int fiscalYear,
    @Schema(required = true, examples = "AM-04") String controlId,
    @Schema(required = true) String title,
    @Schema(required = true) Domain domain,
    @Schema(required = true, examples = "0.2") String libraryVersion,
    @Schema(required = true) boolean key,
    @Schema(required = true) Risk risk,
    @Schema(required = true) ControlStatus status,
    @Schema(nullable = true) @Nullable UUID conclusionId,
    @Schema(required = true) int evidenceCount,
    @Schema(required = true) boolean awaitingReview,
    @Schema(nullable = true) @Nullable UUID waitingConclusionId,
    @Schema(nullable = true) @Nullable UUID ownerPersonId,
    @Schema(nullable = true) @Nullable UUID operatorPersonId,
    @Schema(nullable = true) @Nullable UUID reviewerPersonId,
    @Schema(nullable = true) @Nullable LocalDate dueOn,
    @Schema(required = true) List<UUID> systemIds) {

  /** The control with its words from the library version that the year was applied from. */
  public static ControlResponse of(ControlStanding standing, Library library) {
    LibraryControl control = library.control(standing.libraryVersion, standing.controlId);
    return new ControlResponse(
        standing.fiscalYear,
        standing.controlId,
        control.title(),
        standing.domain,
        standing.libraryVersion,
        standing.key,
        standing.risk,
        standing.status,
        standing.conclusionId,
        standing.evidenceCount,
        standing.awaitingReview(),
        standing.waitingConclusionId,
        standing.ownerPersonId,
        standing.operatorPersonId,
        standing.reviewerPersonId,
        standing.dueOn,
        List.of(standing.systemIds));
  }
}
