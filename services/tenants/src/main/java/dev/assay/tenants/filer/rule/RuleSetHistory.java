package dev.assay.tenants.filer.rule;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A rule set that was entered, with the decision on it if there is one. */
record RuleSetHistory(EnteredRuleSet entered, @Nullable RuleSetDecision decision) {

  RuleSetState state() {
    return decision == null ? RuleSetState.PENDING : decision.outcome;
  }

  /** The day of its adoption, or else the one that is proposed. */
  LocalDate effectiveFrom() {
    LocalDate adopted = decision == null ? null : decision.effectiveFrom;
    return adopted == null ? entered.proposedFrom : adopted;
  }

  FilerRuleSet ruleSet() {
    return new FilerRuleSet(entered.name, effectiveFrom(), null, entered.source, entered.rules());
  }

  Optional<FilerRuleSet> ifItDecides() {
    return state() == RuleSetState.ADOPTED ? Optional.of(ruleSet()) : Optional.empty();
  }
}
