package dev.assay.tenants.calendar;

import dev.assay.http.problem.FieldError;
import dev.assay.tenants.calendar.year.FiscalYear;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When the audit of a fiscal year concluded, whole: what is left out is taken back. */
@Schema(name = "FiscalYearAuditRequest")
public record YearAuditRequest(
    @Schema(examples = "2027-02-24") @Nullable LocalDate auditConcludedOn,
    @Schema(description = "When a second audit of the same year concluded.")
        @Nullable LocalDate reAuditedOn,
    @Schema(examples = "Auditor's report released.") @NotBlank @Size(max = 1000) String reason) {

  /**
   * What cannot be.
   *
   * @param today at the client's place
   */
  Optional<FieldError> flaw(FiscalYear year, LocalDate today) {
    LocalDate end = year.days().end();
    if (auditConcludedOn == null) {
      return reAuditedOn == null
          ? Optional.empty()
          : error("/auditConcludedOn", "A second audit needs a first one.");
    }
    if (!auditConcludedOn.isAfter(end)) {
      return error("/auditConcludedOn", "An audit concludes after the year's end, " + end + ".");
    }
    if (auditConcludedOn.isAfter(today)) {
      return error("/auditConcludedOn", "Record it once it concluded; today is " + today + ".");
    }
    if (reAuditedOn == null) {
      return Optional.empty();
    }
    if (!reAuditedOn.isAfter(auditConcludedOn)) {
      return error("/reAuditedOn", "A second audit concludes after the first.");
    }
    return reAuditedOn.isAfter(today)
        ? error("/reAuditedOn", "Record it once it concluded; today is " + today + ".")
        : Optional.empty();
  }

  private static Optional<FieldError> error(String pointer, String detail) {
    return Optional.of(new FieldError(pointer, detail));
  }
}
