package dev.assay.tenants.calendar;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.assay.tenants.calendar.rule.Dated;
import dev.assay.tenants.calendar.rule.RuleFile;
import dev.assay.tenants.calendar.rule.RuleSets;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the law asks of a change of year end.
 *
 * @param transitionBelowMonths a transition period is shorter than so many months
 */
record YearEndChangeRules(
    String ruleSet,
    LocalDate effectiveFrom,
    @Nullable LocalDate effectiveTo,
    String source,
    int transitionBelowMonths)
    implements Dated {

  private static final RuleSets<YearEndChangeRules> ALL =
      new RuleSets<>(RuleFile.read("year-end-change", new TypeReference<>() {}));

  /** The rules for changes that begin on this day; none from before the first are known here. */
  static Optional<YearEndChangeRules> on(LocalDate day) {
    return ALL.inForceOn(day);
  }
}
