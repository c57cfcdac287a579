package dev.assay.evidence.period;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A fiscal year and what {@code tenants} said of its audit.
 *
 * @param label its name there
 * @param auditConcludedOn null while the audit runs
 * @param reAuditedOn when a second audit of it concluded
 * @param concludedYearEnd the last day of the fiscal year in which the later of the two concluded,
 *     where that year is known
 * @param learnedAt when we asked
 */
public record AuditedYear(
    String label,
    LocalDate start,
    LocalDate end,
    @Nullable LocalDate auditConcludedOn,
    @Nullable LocalDate reAuditedOn,
    @Nullable LocalDate concludedYearEnd,
    Instant learnedAt) {

  /** Whether it says the same as another one, whenever that was learned. */
  boolean saysAs(AuditedYear other) {
    return label.equals(other.label)
        && start.equals(other.start)
        && end.equals(other.end)
        && Objects.equals(auditConcludedOn, other.auditConcludedOn)
        && Objects.equals(reAuditedOn, other.reAuditedOn)
        && Objects.equals(concludedYearEnd, other.concludedYearEnd);
  }
}
