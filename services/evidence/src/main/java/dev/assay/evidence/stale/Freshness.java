package dev.assay.evidence.stale;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How fresh the newest evidence of a control or of a series is: pure, from what stands in it.
 *
 * @param staleFrom the first day on which it is stale; null when nothing more is to come
 */
@Schema(name = "EvidenceFreshness")
record Freshness(
    @Schema(required = true, examples = "AM-04") String controlId,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Absent where no series asks, and all of the control's counts.")
        @Nullable UUID seriesId,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Last day that sealed evidence covers; absent when there is none.")
        @Nullable LocalDate coveredTo,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Without a series: the item that reaches coveredTo.")
        @Nullable UUID evidenceId,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "With a series: the accepted request that reaches coveredTo.")
        @Nullable UUID requestId,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "With a series: when what follows coveredTo is due.")
        @Nullable LocalDate nextDueOn,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
            description =
                "coveredTo, or with a series nextDueOn, and the rule's days, and the day after."
                    + " Absent when the series' last period is covered.")
        @Nullable LocalDate staleFrom,
    @Schema(required = true, description = "Today is not before staleFrom.") State state) {

  enum State {
    CURRENT,
    STALE,
    /** A series asked, and nothing was accepted yet, nor is it late. */
    NOTHING_YET
  }

  /** Of a control that no series asks about. */
  static Freshness ofControl(
      String control, UUID evidence, LocalDate coveredTo, StalenessRule rule, LocalDate today) {
    LocalDate staleFrom = coveredTo.plusDays(rule.graceDaysWithoutSeries() + 1L);
    return new Freshness(
        control,
        null,
        coveredTo,
        evidence,
        null,
        null,
        staleFrom,
        today.isBefore(staleFrom) ? State.CURRENT : State.STALE);
  }

  /**
   * Of a series.
   *
   * @param coveredTo the end of the last period whose request was accepted; null when none was
   * @param nextDueOn when the next period's request is due; null when there is none
   */
  static Freshness ofSeries(
      String control,
      UUID series,
      @Nullable UUID request,
      @Nullable LocalDate coveredTo,
      @Nullable LocalDate nextDueOn,
      StalenessRule rule,
      LocalDate today) {
    LocalDate staleFrom =
        nextDueOn == null ? null : nextDueOn.plusDays(rule.graceDaysAfterNextDue() + 1L);
    boolean late = staleFrom != null && !today.isBefore(staleFrom);
    State inTime = coveredTo == null ? State.NOTHING_YET : State.CURRENT;
    return new Freshness(
        control,
        series,
        coveredTo,
        null,
        request,
        nextDueOn,
        staleFrom,
        late ? State.STALE : inTime);
  }

  /** Where it stands in the list. */
  String key() {
    return controlId + "/" + (seriesId == null ? "" : seriesId);
  }
}
