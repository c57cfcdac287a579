package dev.assay.tenants.filer.rule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Rules of filer status that hold from one day to another, both included.
 *
 * @param ruleSet the name that answers cite
 * @param effectiveTo null while no end is known
 * @param source where the rules come from
 */
public record FilerRuleSet(
    String ruleSet,
    LocalDate effectiveFrom,
    @Nullable LocalDate effectiveTo,
    String source,
    FilerRules rules) {

  /** Whether the rule set holds on this day. */
  public boolean inForceOn(LocalDate day) {
    return !day.isBefore(effectiveFrom) && (effectiveTo == null || !day.isAfter(effectiveTo));
  }

  /** The same rules, ended on the day before others begin. */
  FilerRuleSet until(LocalDate othersBegin) {
    return new FilerRuleSet(ruleSet, effectiveFrom, othersBegin.minusDays(1), source, rules);
  }
}
