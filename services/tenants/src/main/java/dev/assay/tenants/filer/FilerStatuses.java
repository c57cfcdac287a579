package dev.assay.tenants.filer;

import dev.assay.http.problem.ProblemException;
import dev.assay.tenants.TenantsProblem;
import dev.assay.tenants.filer.rule.FilerRuleSet;
import dev.assay.tenants.filer.rule.FilerRuleSets;
import dev.assay.tenants.filer.rule.RuleSets;
import dev.assay.tenants.filer.status.FilerStatusAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the rules in force make of the profiles of the client in scope. */
@ApplicationScoped
public class FilerStatuses {

  private final FilerProfiles profiles;
  private final RuleSets ruleSets;

  FilerStatuses(FilerProfiles profiles, RuleSets ruleSets) {
    this.profiles = profiles;
    this.ruleSets = ruleSets;
  }

  /** The answer of each year that has a profile and rules, the first year first. */
  public List<FilerStatusAnswer> byYear() {
    List<FilerProfileVersion> years = profiles.years();
    if (years.isEmpty()) {
      return List.of();
    }
    FilerRuleSets rules = ruleSets.deciding();
    return years.stream().flatMap(year -> answer(year, rules).stream()).toList();
  }

  /** The answer of the last year that has a profile. */
  Optional<FilerStatusAnswer> last() {
    return profiles.last().flatMap(last -> answer(last, ruleSets.deciding()));
  }

  static Optional<FilerStatusAnswer> answer(FilerProfileVersion version, FilerRuleSets rules) {
    return rules
        .inForceOn(version.fiscalYearEnd)
        .map(ruleSet -> FilerStatusAnswer.of(version.facts(), ruleSet));
  }

  /** The rules that decide on this day. */
  static FilerRuleSet inForceOn(LocalDate day, FilerRuleSets rules) {
    return rules
        .inForceOn(day)
        .orElseThrow(
            () ->
                ProblemException.of(
                    TenantsProblem.NO_RULES_IN_FORCE,
                    "The first rules begin on %s, and this fiscal year ends on %s."
                        .formatted(rules.all().getFirst().effectiveFrom(), day)));
  }
}
