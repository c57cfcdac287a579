package dev.assay.tenants.filer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.tenants.client.FilerStatus;
import dev.assay.tenants.filer.status.FilerStatusAnswer;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One line of the list of years: its latest version, and what follows from it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "FilerYear")
public record FilerYearResponse(
    @Schema(required = true) int fiscalYear,
    @Schema(required = true) int version,
    @Schema(required = true) LocalDate fiscalYearEnd,
    @Schema(description = "Absent where no rules are known for that day.") @Nullable String ruleSet,
    @Nullable FilerStatus filerStatus,
    @Nullable Boolean management404a,
    @Nullable Boolean auditor404b,
    @Schema(required = true) String enteredBy,
    @Schema(required = true) Instant enteredAt) {

  static final String PAGE_EXAMPLE =
      """
      {"items":[{"fiscalYear":2026,"version":1,"fiscalYearEnd":"2026-12-31",
        "ruleSet":"filer-status-2022","filerStatus":"ACCELERATED","management404a":true,
        "auditor404b":false,"enteredBy":"5d0c9d3e-6f0e-4f2c-9f5d-0f6a1a3d7b10",
        "enteredAt":"2026-11-23T10:00:00Z"}],"nextCursor":null}
      """;

  static FilerYearResponse of(FilerProfileVersion version, @Nullable FilerStatusAnswer answer) {
    return new FilerYearResponse(
        version.fiscalYear,
        version.version,
        version.fiscalYearEnd,
        answer == null ? null : answer.ruleSet(),
        answer == null ? null : answer.filerStatus(),
        answer == null ? null : answer.management404a(),
        answer == null ? null : answer.auditor404b(),
        version.enteredBy,
        version.enteredAt);
  }
}
