package dev.assay.tenants.filer.rule;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A rule set that an operator entered, such as one that the SEC proposed. Never changed. */
@Entity
@Immutable
@Table(name = "filer_rule_set")
class EnteredRuleSet {

  @Id UUID id;

  String name;
  LocalDate proposedFrom;
  String source;

  /** JSON as it was entered. */
  String rules;

  String enteredBy;
  Instant enteredAt;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected EnteredRuleSet() {}

  EnteredRuleSet(UUID id, RuleSetRequest request, String enteredBy, Instant enteredAt) {
    this.id = id;
    this.name = request.ruleSet();
    this.proposedFrom = request.effectiveFrom();
    this.source = request.source().strip();
    this.rules = RulesText.of(request.rules());
    this.enteredBy = enteredBy;
    this.enteredAt = enteredAt;
  }

  FilerRules rules() {
    return RulesText.read(rules);
  }
}
