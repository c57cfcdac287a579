package dev.assay.tenants.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.tenants.calendar.filing.ClosedDay;
import dev.assay.tenants.calendar.filing.Filing;
import dev.assay.tenants.client.FilerStatus;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The report on a period: with all that its date follows from, or why there is none. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Filing")
record FilingResponse(
    @Schema(required = true) State state,
    @Nullable String form,
    @Schema(description = "The rules that were in force on the period's last day.")
        @Nullable String ruleSet,
    @Nullable FilerStatus filerStatus,
    @Schema(description = "Days after countedFrom.") @Nullable Integer days,
    @Schema(
            description =
                "The period's last day; for a transition period the day on which the change was"
                    + " determined, if that was later.")
        @Nullable LocalDate countedFrom,
    @Schema(description = "The last of those days.") @Nullable LocalDate unrolledOn,
    @Schema(description = "The same, or the next business day when it is closed.")
        @Nullable LocalDate dueOn,
    @Schema(examples = "America/New_York") @Nullable String zone,
    @Schema(description = "Which business days were used.") @Nullable String businessDays,
    @Schema(description = "The closed days from unrolledOn on.") @Nullable List<Closed> closed,
    @Schema(description = "What the company decides.") @Nullable String note) {

  /** What is known. */
  @Schema(name = "FilingState")
  enum State {
    DUE,
    FILER_STATUS_UNKNOWN,
    NOT_A_FILER,
    COMPANY_DECIDES,
    RULES_UNKNOWN
  }

  /** A day on which nothing can be filed in time. */
  @Schema(name = "ClosedDay")
  record Closed(
      @Schema(required = true) LocalDate on,
      @Schema(required = true) ClosedDay.Kind kind,
      @Schema(required = true) String name) {}

  static FilingResponse of(Filing filing) {
    return switch (filing) {
      case Filing.Due due ->
          new FilingResponse(
              State.DUE,
              due.form(),
              due.ruleSet(),
              due.filerStatus(),
              due.days(),
              due.countedFrom(),
              due.unrolledOn(),
              due.dueOn(),
              due.zone().getId(),
              due.calendar(),
              due.closed().stream().map(d -> new Closed(d.on(), d.kind(), d.name())).toList(),
              null);
      case Filing.StatusUnknown(String form, String ruleSet) ->
          withoutDate(State.FILER_STATUS_UNKNOWN, form, ruleSet, null, null);
      case Filing.NotAFiler(String ruleSet) ->
          withoutDate(State.NOT_A_FILER, null, ruleSet, FilerStatus.NOT_A_FILER, null);
      case Filing.CompanyDecides(String form, String ruleSet, String note) ->
          withoutDate(State.COMPANY_DECIDES, form, ruleSet, null, note);
      case Filing.RulesUnknown() -> withoutDate(State.RULES_UNKNOWN, null, null, null, null);
    };
  }

  private static FilingResponse withoutDate(
      State state,
      @Nullable String form,
      @Nullable String ruleSet,
      @Nullable FilerStatus filerStatus,
      @Nullable String note) {
    return new FilingResponse(
        state, form, ruleSet, filerStatus, null, null, null, null, null, null, null, note);
  }
}
