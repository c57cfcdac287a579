package dev.assay.tenants.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.tenants.calendar.year.FiscalYear;
import dev.assay.tenants.client.FilerStatus;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A fiscal year of a client, or the transition period between two. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "FiscalYear")
public record FiscalYearResponse(
    @Schema(
            required = true,
            description =
                "The calendar year of the earliest day on which the rule lets the year end, and a T"
                    + " for a transition period. No label is given twice.",
            examples = {"2026", "2027T"})
        String label,
    @Schema(required = true) Kind kind,
    @Schema(required = true) LocalDate start,
    @Schema(required = true) LocalDate end,
    @Schema(required = true) int days,
    @Schema(description = "Of years of whole weeks.") @Nullable Integer weeks,
    @Schema(required = true) YearEnd rule,
    @Nullable LocalDate auditConcludedOn,
    @Nullable LocalDate reAuditedOn,
    @Schema(description = "Only where one year is read.")
        @Nullable List<FiscalPeriodResponse> periods) {

  static final String YEAR =
      """
      {"label":"2026","kind":"FULL","start":"2026-01-01","end":"2026-12-31","days":365,
       "rule":{"kind":"FIXED_DAY","month":12,"day":31},"auditConcludedOn":"2027-02-24"}
      """;

  static final String TRANSITION =
      """
      {"label":"2027T","kind":"TRANSITION","start":"2027-01-01","end":"2027-06-30","days":181,
       "rule":{"kind":"FIXED_DAY","month":6,"day":30},
       "periods":[{"label":"2027T","type":"TRANSITION","ordinal":1,"start":"2027-01-01",
         "end":"2027-06-30","days":181,
         "filing":{"state":"DUE","form":"10-KT","ruleSet":"periodic-reports-2006",
           "filerStatus":"ACCELERATED","days":75,"countedFrom":"2027-06-30",
           "unrolledOn":"2027-09-13","dueOn":"2027-09-13","zone":"America/New_York",
           "businessDays":"us-federal, closures 1","closed":[]}}]}
      """;

  /** Whether it is as long as years are. */
  @Schema(name = "FiscalYearKind")
  enum Kind {
    FULL,
    TRANSITION
  }

  /** As it stands in lists. */
  static FiscalYearResponse of(FiscalYear year, @Nullable YearAudit audit) {
    return response(year, audit, null);
  }

  /** With its periods and the reports on them. */
  static FiscalYearResponse whole(
      FiscalYear year, @Nullable YearAudit audit, @Nullable FilerStatus status) {
    return response(
        year,
        audit,
        year.periods().stream().map(p -> FiscalPeriodResponse.of(p, year, status)).toList());
  }

  private static FiscalYearResponse response(
      FiscalYear year, @Nullable YearAudit audit, @Nullable List<FiscalPeriodResponse> periods) {
    return new FiscalYearResponse(
        year.label().toString(),
        year.label().transition() ? Kind.TRANSITION : Kind.FULL,
        year.days().start(),
        year.days().end(),
        year.days().count(),
        year.weeks().isPresent() ? year.weeks().getAsInt() : null,
        YearEnd.of(year.rule()),
        audit == null ? null : audit.auditConcludedOn,
        audit == null ? null : audit.reAuditedOn,
        periods);
  }
}
