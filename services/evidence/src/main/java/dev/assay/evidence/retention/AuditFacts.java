package dev.assay.evidence.retention;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of the audit that a record belongs to.
 *
 * @param days the days that are recorded; an event without one has not happened or is not known
 */
record AuditFacts(EngagementOutcome outcome, Map<StartEvent, LocalDate> days) {

  AuditFacts {
    days = Map.copyOf(days);
  }

  /** The last of these events, if any is recorded: a re-audit begins anew what had begun. */
  Optional<LocalDate> lastOf(Set<StartEvent> events) {
    return days.entrySet().stream()
        .filter(day -> events.contains(day.getKey()))
        .map(Map.Entry::getValue)
        .max(LocalDate::compareTo);
  }
}
