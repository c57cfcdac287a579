package dev.assay.tenants.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.tenants.calendar.year.FiscalYearLabel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When the audit of a fiscal year concluded, and all that was ever recorded of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "FiscalYearAudit")
public record YearAuditResponse(
    @Schema(required = true, examples = "2026") String fiscalYear,
    @Schema(description = "Absent while the audit runs.") @Nullable LocalDate auditConcludedOn,
    @Schema(description = "When a second audit of the same year concluded.")
        @Nullable LocalDate reAuditedOn,
    @Schema(required = true, description = "Oldest first; the last one counts.")
        List<Entry> entries) {

  static final String EXAMPLE =
      """
      {"fiscalYear":"2026","auditConcludedOn":"2027-02-24",
       "entries":[{"number":1,"auditConcludedOn":"2027-02-24","reason":"Auditor's report released.",
         "recordedBy":"00000000-0000-4000-8000-000000000009",
         "recordedAt":"2027-02-25T10:00:00Z"}]}
      """;

  /** What somebody recorded. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "FiscalYearAuditEntry")
  record Entry(
      @Schema(required = true) int number,
      @Nullable LocalDate auditConcludedOn,
      @Nullable LocalDate reAuditedOn,
      @Schema(required = true) String reason,
      @Schema(required = true) String recordedBy,
      @Schema(required = true) Instant recordedAt) {

    static Entry of(YearAudit audit) {
      return new Entry(
          audit.number,
          audit.auditConcludedOn,
          audit.reAuditedOn,
          audit.reason,
          audit.recordedBy,
          audit.recordedAt);
    }
  }

  static YearAuditResponse of(FiscalYearLabel year, List<YearAudit> audits) {
    YearAudit latest = audits.isEmpty() ? null : audits.getLast();
    return new YearAuditResponse(
        year.toString(),
        latest == null ? null : latest.auditConcludedOn,
        latest == null ? null : latest.reAuditedOn,
        audits.stream().map(Entry::of).toList());
  }
}
