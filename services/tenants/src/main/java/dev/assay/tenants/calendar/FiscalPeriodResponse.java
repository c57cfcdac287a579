package dev.assay.tenants.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.tenants.calendar.filing.Filings;
import dev.assay.tenants.calendar.year.FiscalPeriod;
import dev.assay.tenants.calendar.year.FiscalYear;
import dev.assay.tenants.calendar.year.PeriodType;
import dev.assay.tenants.client.FilerStatus;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A fiscal year, half, quarter or transition period, with the report that it needs. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "FiscalPeriod")
record FiscalPeriodResponse(
    @Schema(required = true, examples = "2026-Q1") String label,
    @Schema(required = true) PeriodType type,
    @Schema(required = true, description = "Which of its type in the year, from 1.") int ordinal,
    @Schema(required = true) LocalDate start,
    @Schema(required = true) LocalDate end,
    @Schema(required = true) int days,
    @Schema(description = "Absent when the rules ask for no report on the period.")
        @Nullable FilingResponse filing) {

  static FiscalPeriodResponse of(
      FiscalPeriod period, FiscalYear year, @Nullable FilerStatus status) {
    return new FiscalPeriodResponse(
        period.label(),
        period.type(),
        period.ordinal(),
        period.days().start(),
        period.days().end(),
        period.days().count(),
        Filings.on(period, year, status).map(FilingResponse::of).orElse(null));
  }
}
