package dev.assay.controls.readiness;

import dev.assay.controls.library.Library;
import dev.assay.controls.library.Risk;
import dev.assay.controls.year.ControlStanding;
import dev.assay.controls.year.ControlStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a year's readiness depends on, as far as this service knows.
 *
 * @param scopingApproved whether somebody approved the year's scope
 * @param scopingReason why not, in a reader's words; null once it is approved
 * @param conclusionsAwaitingReview how many controls have a conclusion that nobody reviewed yet
 */
@Schema(name = "ReadinessInputs")
public record ReadinessInputsResponse(
    @Schema(required = true) UUID clientId,
    @Schema(required = true) int fiscalYear,
    @Schema(required = true) boolean scopingApproved,
    @Schema(nullable = true) @Nullable String scopingReason,
    @Schema(required = true) int conclusionsAwaitingReview,
    @Schema(required = true) List<Control> controls) {

  private static final String NOT_APPROVED = "Nobody has approved the scope of this fiscal year.";

  /**
   * One control of the year.
   *
   * @param earlierSeverity how a deficiency was rated that is fixed and waits for its re-test
   * @param conclusionId the accepted conclusion that the status comes from
   * @param evidenceCount sealed files that this conclusion rests on
   */
  @Schema(name = "ReadinessControl")
  public record Control(
      @Schema(required = true, examples = "AM-04") String controlId,
      @Schema(required = true) String title,
      @Schema(required = true) boolean key,
      @Schema(required = true) Risk risk,
      @Schema(required = true) ControlStatus status,
      @Schema(nullable = true) @Nullable Severity earlierSeverity,
      @Schema(nullable = true, description = "Null while the control has no owner")
          @Nullable UUID ownerPersonId,
      @Schema(nullable = true) @Nullable LocalDate dueOn,
      @Schema(required = true) boolean awaitingReview,
      @Schema(nullable = true) @Nullable UUID conclusionId,
      @Schema(required = true) int evidenceCount) {

    static Control of(ControlStanding standing, Library library) {
      return new Control(
          standing.controlId(),
          library.control(standing.libraryVersion(), standing.controlId()).title(),
          standing.key(),
          standing.risk(),
          standing.status(),
          null,
          standing.ownerPersonId(),
          standing.dueOn(),
          standing.awaitingReview(),
          standing.conclusionId(),
          standing.evidenceCount());
    }
  }

  static ReadinessInputsResponse of(
      UUID clientId,
      int fiscalYear,
      boolean scopingApproved,
      List<ControlStanding> standings,
      Library library) {
    return new ReadinessInputsResponse(
        clientId,
        fiscalYear,
        scopingApproved,
        scopingApproved ? null : NOT_APPROVED,
        (int) standings.stream().filter(ControlStanding::awaitingReview).count(),
        standings.stream().map(standing -> Control.of(standing, library)).toList());
  }
}
