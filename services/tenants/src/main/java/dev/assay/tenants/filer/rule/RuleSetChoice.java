package dev.assay.tenants.filer.rule;

import java.util.List;
import java.util.Optional;

/** What a simulation may choose from; only those in {@code deciding} ever decide. */
public record RuleSetChoice(FilerRuleSets deciding, List<FilerRuleSet> pending) {

  public RuleSetChoice {
    pending = List.copyOf(pending);
  }

  /** The one of this name. */
  public Optional<FilerRuleSet> named(String ruleSet) {
    return deciding
        .named(ruleSet)
        .or(() -> pending.stream().filter(set -> set.ruleSet().equals(ruleSet)).findFirst());
  }

  /** Whether this one is in force on some day, or may only be tried. */
  public RuleSetState stateOf(FilerRuleSet ruleSet) {
    return deciding.named(ruleSet.ruleSet()).isPresent()
        ? RuleSetState.ADOPTED
        : RuleSetState.PENDING;
  }
}
