package dev.assay.evidence.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long a record is kept, with all that led there.
 *
 * @param governing the term that lasts longest; none while retention has not started
 * @param terms every term that ran, the law's in its order, then the policies' by their ids
 */
record Retention(
    RetentionStatus status,
    boolean held,
    LawRule.@Nullable Term governing,
    List<LawRule.Term> terms,
    String ruleSet) {

  Retention {
    terms = List.copyOf(terms);
  }

  /** A function of its inputs alone; neither the order of policies nor that of facts matters. */
  static Retention of(
      LawRuleSet law, AuditFacts facts, Collection<LawRule.Term> policies, boolean held) {
    List<LawRule.Term> required =
        law.rules().stream().flatMap(rule -> rule.applyTo(facts).stream()).toList();
    List<LawRule.Term> all = Stream.concat(required.stream(), sorted(policies)).toList();
    boolean started =
        switch (facts.outcome()) {
          case IN_PROGRESS -> false;
          case REPORT_ISSUED, NO_REPORT_ISSUED, CEASED -> !required.isEmpty();
          case NONE -> !all.isEmpty();
        };
    LawRule.@Nullable Term governing = started ? longest(all) : null;
    return new Retention(status(started, held), held, governing, all, law.id());
  }

  private static RetentionStatus status(boolean started, boolean held) {
    if (held) {
      return RetentionStatus.HELD;
    }
    return started ? RetentionStatus.DATED : RetentionStatus.NOT_STARTED;
  }

  private static Stream<LawRule.Term> sorted(Collection<LawRule.Term> policies) {
    return policies.stream()
        .sorted(
            Comparator.comparing(LawRule.Term::rule)
                .thenComparing(LawRule.Term::start)
                .thenComparingInt(LawRule.Term::years)
                .thenComparing(LawRule.Term::source));
  }

  /** On equal days the first in the list. */
  private static LawRule.Term longest(List<LawRule.Term> terms) {
    return terms.stream()
        .reduce((first, next) -> next.through().isAfter(first.through()) ? next : first)
        .orElseThrow();
  }

  /** The last day of keeping, also under a hold; empty while retention has not started. */
  Optional<LocalDate> through() {
    return Optional.ofNullable(governing).map(LawRule.Term::through);
  }

  /** The first day on which it may go; under a hold there is none. */
  Optional<LocalDate> firstDeletable() {
    return held ? Optional.empty() : through().map(day -> day.plusDays(1));
  }

  boolean isDeletableOn(LocalDate day) {
    return firstDeletable().filter(first -> !day.isBefore(first)).isPresent();
  }

  /**
   * The end that a lock must have which now ends at {@code lock}: never an earlier one. Where the
   * record has a last day, the lock lasts until that day has ended everywhere. Where it has no end,
   * the lock is lengthened again and again before it runs out.
   */
  Instant lockFor(Instant lock, Instant now, LawRuleSet.LockAhead ahead) {
    Instant known = through().map(Retention::endOf).orElse(lock);
    Instant until = known.isAfter(lock) ? known : lock;
    boolean endless = status != RetentionStatus.DATED;
    if (endless && until.isBefore(now.plus(ahead.renewWhenLeft()))) {
      return now.plus(ahead.renewFor());
    }
    return until;
  }

  private static Instant endOf(LocalDate day) {
    return day.plusDays(1).atTime(LocalTime.MIDNIGHT).toInstant(ZoneOffset.ofHours(-12));
  }
}
