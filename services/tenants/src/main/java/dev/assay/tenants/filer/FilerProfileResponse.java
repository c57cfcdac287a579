package dev.assay.tenants.filer;

import dev.assay.tenants.filer.status.FilerStatusAnswer;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A fiscal year's profile with the status that follows, why, and who entered what. */
public record FilerProfileResponse(
    @Schema(required = true, examples = "2026") int fiscalYear,
    @Schema(required = true, examples = "1") int version,
    @Schema(required = true) FilerStatusAnswer status,
    @Schema(required = true) List<FieldAuthor> authors,
    @Schema(required = true) List<Remark> remarks) {

  private static final String RULES =
      """
      {"largeAccelerated":{"entryFloat":{"amountMinor":70000000000,"currency":"USD"},"entryYears":1,
        "exitFloat":{"amountMinor":56000000000,"currency":"USD"},"exitYears":1,
        "seasoningMonths":12,"seasoningAnnualReports":1},
       "accelerated":{"entryFloat":{"amountMinor":7500000000,"currency":"USD"},"entryYears":1,
        "exitFloat":{"amountMinor":6000000000,"currency":"USD"},"exitYears":1,
        "seasoningMonths":12,"seasoningAnnualReports":1},
       "revenueTest":{"revenueBelow":{"amountMinor":10000000000,"currency":"USD"},
        "floatBelow":{"amountMinor":70000000000,"currency":"USD"},
        "revenueBelowAfterAccelerated":{"amountMinor":8000000000,"currency":"USD"},
        "previousRevenueAtLeast":{"amountMinor":10000000000,"currency":"USD"},
        "floatBelowAfterLargeAccelerated":{"amountMinor":56000000000,"currency":"USD"}},
       "emergingGrowth":{"revenueAtLeast":{"amountMinor":123500000000,"currency":"USD"},
        "debtAbove":{"amountMinor":100000000000,"currency":"USD"},"anniversary":5},
       "managementReportAfterAnnualReports":1,
       "auditorAttestation":["LARGE_ACCELERATED","ACCELERATED"],
       "dueDays":{"LARGE_ACCELERATED":{"annualReport":60,"quarterlyReport":40},
        "ACCELERATED":{"annualReport":75,"quarterlyReport":40},
        "NON_ACCELERATED":{"annualReport":90,"quarterlyReport":45}},
       "acquisition":{"years":1,"annualReports":1}}\
      """;

  private static final String DERIVATION =
      """
      [{"test":"ACCELERATED_ENTRY_FLOAT",
        "value":{"money":{"amountMinor":30000000000,"currency":"USD"}},"comparison":"AT_LEAST",
        "limit":{"money":{"amountMinor":7500000000,"currency":"USD"}},"holds":true,
        "explanation":"Public float USD 300,000,000.00 is at least USD 75,000,000.00."}]\
      """;

  static final String STATUS_EXAMPLE =
      """
      {"ruleSet":"filer-status-2022","filerStatus":"ACCELERATED","floatStatus":"ACCELERATED",
       "management404a":true,"auditor404b":false,"certification302":true,"certification906":true,
       "emergingGrowth":{"status":"IN_FORCE","endedReasons":[],"latestEnd":"2027-12-31"},
       "annualReportDueDays":75,"quarterlyReportDueDays":40,
       "inputs":{"registration":"REPORTING","fiscalYearEnd":"2026-12-31",
        "yearEnd":{"month":12,"day":31},
        "publicFloat":{"amountMinor":30000000000,"currency":"USD"},
        "publicFloatMeasuredOn":"2026-06-30",
        "revenue":{"amountMinor":40000000000,"currency":"USD"},"monthsReporting":36,
        "annualReportsFiledBefore":3,"previousStatus":"ACCELERATED","egcClaimed":true,
        "ipoDate":"2022-09-15"},
       "rules":\
      """
          + RULES
          + ",\"derivation\":"
          + DERIVATION
          + "}";

  static final String EXAMPLE =
      "{\"fiscalYear\":2026,\"version\":1,\"status\":"
          + STATUS_EXAMPLE
          + ",\"authors\":[{\"field\":\"publicFloat\","
          + "\"enteredBy\":\"5d0c9d3e-6f0e-4f2c-9f5d-0f6a1a3d7b10\","
          + "\"enteredAt\":\"2026-11-23T10:00:00Z\",\"version\":1}],"
          + "\"remarks\":[{\"code\":\"PROVISIONAL\","
          + "\"detail\":\"The status is told on 2026-12-31, at the end of the fiscal year.\"}]}";
}
