package dev.assay.tenants.filer;

import dev.assay.tenants.filer.rule.FloatStatus;
import dev.assay.tenants.filer.rule.Money;
import dev.assay.tenants.filer.status.FilerFacts;
import dev.assay.tenants.filer.status.Registration;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a client is as a filer in one fiscal year, whole: what is left out is not known. */
public record FilerProfileRequest(
    @Schema(required = true) @NotNull Registration registration,
    @Schema(description = "Needed once an annual report has been filed.") @Nullable @Valid
        Money publicFloat,
    @Schema(description = "The last business day of the second fiscal quarter.")
        @Nullable LocalDate publicFloatMeasuredOn,
    @Nullable @Valid Money previousPublicFloat,
    @Schema(description = "Of the last year with audited statements; needed of who reports.")
        @Nullable
        @Valid
        Money revenue,
    @Nullable @Valid Money previousRevenue,
    @Schema(description = "Needed of who reports.", examples = "36") @Nullable @Min(0) @Max(2400)
        Integer monthsReporting,
    @Schema(description = "Needed of who reports.", examples = "3") @Nullable @Min(0) @Max(200)
        Integer annualReportsFiledBefore,
    @Nullable FloatStatus previousStatus,
    @Schema(description = "Needed of who reports.") @Nullable Boolean egcClaimed,
    @Schema(description = "First registered sale of common equity.") @Nullable LocalDate ipoDate,
    @Schema(description = "Issued in the last three years.") @Nullable @Valid
        Money nonConvertibleDebt) {

  static final String EXAMPLE =
      """
      {"registration":"REPORTING",
       "publicFloat":{"amountMinor":30000000000,"currency":"USD"},
       "publicFloatMeasuredOn":"2026-06-30",
       "revenue":{"amountMinor":40000000000,"currency":"USD"},
       "monthsReporting":36,"annualReportsFiledBefore":3,
       "previousStatus":"ACCELERATED","egcClaimed":true,"ipoDate":"2022-09-15"}
      """;

  /** The same as facts about a year; who is no filer has none. */
  FilerFacts facts(FilerYear year) {
    return new FilerFacts(
        registration,
        year.end(),
        year.yearEnd(),
        publicFloat,
        publicFloatMeasuredOn,
        previousPublicFloat,
        revenue,
        previousRevenue,
        monthsReporting == null ? 0 : monthsReporting,
        annualReportsFiledBefore == null ? 0 : annualReportsFiledBefore,
        previousStatus,
        Boolean.TRUE.equals(egcClaimed),
        ipoDate,
        nonConvertibleDebt);
  }
}
