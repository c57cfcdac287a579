package dev.assay.evidence.retention;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * One rule of retention.
 *
 * @param code what answers name as governing
 * @param outcomes the ends of an audit to which it applies
 * @param starts its years count from the last of these
 * @param needs without these it does not run
 * @param years whole years
 * @param source where it is written
 */
record LawRule(
    String code,
    Set<EngagementOutcome> outcomes,
    Set<StartEvent> starts,
    Set<StartEvent> needs,
    int years,
    String source) {

  LawRule {
    outcomes = Set.copyOf(outcomes);
    starts = Set.copyOf(starts);
    needs = Set.copyOf(needs);
    if (years < 1 || starts.isEmpty() || outcomes.isEmpty()) {
      throw new IllegalArgumentException("a rule has outcomes, starts and years: " + code);
    }
  }

  /** What it asks of this record; empty when it does not run. */
  Optional<Term> applyTo(AuditFacts facts) {
    if (!outcomes.contains(facts.outcome()) || !facts.days().keySet().containsAll(needs)) {
      return Optional.empty();
    }
    return facts.lastOf(starts).map(start -> new Term(code, start, years, source));
  }

  /** What one rule or policy asks: to keep from a day on for whole years. */
  record Term(String rule, LocalDate start, int years, String source) {

    /** The last day of keeping: 29 February has its anniversary on 1 March. */
    LocalDate through() {
      LocalDate day = start.plusYears(years);
      return day.getDayOfMonth() == start.getDayOfMonth() ? day : day.plusDays(1);
    }
  }
}
