package dev.assay.tenants.leaver;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.tenants.person.PersonState;
import dev.assay.tenants.person.PersonTransition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Every decision about whether a person may come in, the first one first. */
@Schema(name = "PersonHistory")
public record PersonHistoryResponse(@Schema(required = true) List<Step> items) {

  static final String EXAMPLE =
      """
      {"items":[{"state":"DISABLED","cause":"DEPARTURE","lastDay":"2026-11-30",
       "by":"00000000-0000-4000-8000-000000000002","at":"2026-11-30T17:00:00Z",
       "reason":"Changes to another employer."}],"nextCursor":null}
      """;

  /**
   * One decision.
   *
   * @param by the subject of the token that it was decided with, or the worker
   */
  @Schema(name = "PersonHistoryStep")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Step(
      @Schema(required = true) PersonState state,
      @Schema(required = true) PersonTransition.Cause cause,
      @Nullable LocalDate lastDay,
      @Schema(required = true) String by,
      @Schema(required = true) Instant at,
      @Schema(required = true) String reason) {}

  static PersonHistoryResponse of(List<PersonTransition> steps) {
    return new PersonHistoryResponse(
        steps.stream()
            .map(
                step ->
                    new Step(
                        step.state(),
                        step.cause(),
                        step.lastDay(),
                        step.decidedBy(),
                        step.decidedAt(),
                        step.reason()))
            .toList());
  }
}
