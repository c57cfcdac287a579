package dev.assay.tenants.calendar;

import dev.assay.tenants.calendar.year.CalendarSpan;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry of the fiscal calendar that somebody wants to record. */
@Schema(name = "YearEndChange")
public record YearEndChangeRequest(
    @Schema(description = "CHANGE when the company changed it, CORRECTION of what was recorded.")
        @NotNull
        Kind kind,
    @NotNull @Valid YearEnd rule,
    @Schema(
            description =
                "First day of a fiscal year, from which on the rule holds. A correction without it"
                    + " takes the place of all that is recorded.",
            examples = "2027-01-01")
        @Nullable LocalDate effectiveFrom,
    @Schema(
            description = "When the company determined the change; a change needs it.",
            examples = "2026-11-20")
        @Nullable LocalDate determinedOn,
    @Schema(examples = "Same year end as the new parent company.") @NotBlank @Size(max = 1000)
        String reason) {

  /** What people record; the first entry comes with the client. */
  @Schema(name = "YearEndChangeKind")
  enum Kind {
    CHANGE,
    CORRECTION
  }

  CalendarEntry.Kind entryKind() {
    return switch (kind) {
      case CHANGE -> CalendarEntry.Kind.CHANGE;
      case CORRECTION -> CalendarEntry.Kind.CORRECTION;
    };
  }

  CalendarSpan span() {
    return new CalendarSpan(effectiveFrom, rule.rule(), determinedOn);
  }
}
