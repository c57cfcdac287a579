package dev.assay.evidence.retention;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The law of retention from a day on.
 *
 * @param id what answers name as their rule set
 * @param rules in the order in which they govern on equal days
 * @param lock how far ahead a lock is kept while there is no end
 */
record LawRuleSet(
    String id,
    LocalDate effectiveFrom,
    @Nullable LocalDate effectiveTo,
    String source,
    List<LawRule> rules,
    LockAhead lock) {

  LawRuleSet {
    rules = List.copyOf(rules);
    if (rules.isEmpty() || (effectiveTo != null && effectiveTo.isBefore(effectiveFrom))) {
      throw new IllegalArgumentException("rules, from a day to a later one: " + id);
    }
  }

  boolean isInForceOn(LocalDate day) {
    return !day.isBefore(effectiveFrom) && (effectiveTo == null || !day.isAfter(effectiveTo));
  }

  /**
   * A lock cannot be given without an end, so what has none is locked again and again.
   *
   * @param renewWhenLeft a lock with less left than this is lengthened
   * @param renewFor to this long from then
   */
  record LockAhead(Duration renewWhenLeft, Duration renewFor) {

    LockAhead {
      if (renewWhenLeft.isNegative() || renewFor.compareTo(renewWhenLeft) <= 0) {
        throw new IllegalArgumentException("a lock is renewed for longer than what is left");
      }
    }
  }
}
