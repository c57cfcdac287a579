package dev.assay.readiness.section404;

import dev.assay.readiness.blocker.BlockerCode;
import dev.assay.readiness.blocker.FactState;
import dev.assay.readiness.blocker.ProgrammeFact;
import dev.assay.readiness.control.ControlStanding;
import dev.assay.readiness.control.ControlStatus;
import dev.assay.readiness.control.Risk;
import dev.assay.readiness.control.Severity;
import dev.assay.readiness.year.SourceRead;
import dev.assay.readiness.year.YearControl;
import dev.assay.readiness.year.YearFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Everything that the view was made from. */
@Schema(name = "ReadinessInputs")
record InputsResponse(
    @Schema(
            required = true,
            description = "Month and day on which the client's fiscal years end.",
            examples = "--12-31")
        String fiscalYearEnd,
    @Schema(required = true, examples = "America/New_York") String timeZone,
    @Schema(required = true) List<Control> controls,
    @Schema(required = true, description = "What is known about the year as a whole.")
        List<Programme> programme,
    @Schema(required = true, description = "Groups that together are a material weakness.")
        List<String> openMaterialWeaknessGroups,
    @Schema(required = true) List<Source> sources) {

  /** One control as it stood. */
  @Schema(name = "ReadinessControl")
  record Control(
      @Schema(required = true) String controlId,
      @Schema(required = true) String title,
      @Schema(required = true, description = "As of the last reviewed conclusion.")
          ControlStatus status,
      @Schema(required = true) boolean key,
      @Schema(required = true) Risk risk,
      @Schema(required = true, nullable = true, description = "Its rating before remediation.")
          @Nullable Severity earlierSeverity,
      @Schema(
              required = true,
              description =
                  "Whether a newer conclusion waits for its reviewer; it counts for nothing.")
          boolean awaitingReview,
      @Schema(required = true, nullable = true) @Nullable UUID ownerPersonId,
      @Schema(required = true, nullable = true) @Nullable LocalDate dueOn,
      @Schema(required = true, nullable = true) @Nullable UUID conclusionId) {

    static Control of(YearControl control) {
      ControlStanding standing = control.standing();
      return new Control(
          standing.controlId(),
          control.title(),
          standing.status(),
          standing.key(),
          standing.risk(),
          standing.earlierSeverity(),
          standing.awaitingReview(),
          control.ownerPersonId(),
          control.dueOn(),
          control.conclusionId());
    }
  }

  /** One fact about the year as a whole. */
  @Schema(name = "ProgrammeFact")
  record Programme(
      @Schema(required = true, description = "The blocker that it raises.") BlockerCode code,
      @Schema(
              required = true,
              description =
                  "OPEN blocks. NOT_ASSESSED blocks as soon as the scope is approved, since scope"
                      + " decides what must be assessed; an unassessed scope blocks at once.")
          FactState state,
      @Schema(required = true, description = "The service that answers for it.") String source) {

    static Programme of(ProgrammeFact fact) {
      return new Programme(fact.code(), fact.state(), fact.source());
    }
  }

  /** One question to another service. */
  @Schema(name = "SourceRead")
  record Source(
      @Schema(required = true) String service,
      @Schema(required = true) String path,
      @Schema(required = true) Instant readAt) {

    static Source of(SourceRead read) {
      return new Source(read.service(), read.path(), read.readAt());
    }
  }

  static InputsResponse of(YearFacts facts, List<YearControl> controls) {
    return new InputsResponse(
        facts.calendar().yearEnd().toString(),
        facts.calendar().zone().getId(),
        controls.stream().map(Control::of).toList(),
        facts.programme().stream().map(Programme::of).toList(),
        facts.openGroups(),
        facts.sources().stream().map(Source::of).toList());
  }
}
