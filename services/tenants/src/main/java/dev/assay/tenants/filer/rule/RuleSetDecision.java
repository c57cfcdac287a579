package dev.assay.tenants.filer.rule;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What was decided on a rule set that was entered: once, and for good. */
@Entity
@Immutable
@Table(name = "filer_rule_decision")
class RuleSetDecision {

  @Id UUID ruleSetId;

  /** The database compares it with who decided. */
  String enteredBy;

  @Enumerated(EnumType.STRING)
  RuleSetState outcome;

  @Nullable LocalDate effectiveFrom;
  String decidedBy;
  Instant decidedAt;
  String reason;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected RuleSetDecision() {}

  private RuleSetDecision(
      EnteredRuleSet ruleSet,
      RuleSetState outcome,
      @Nullable LocalDate effectiveFrom,
      String decidedBy,
      Instant decidedAt,
      String reason) {
    this.ruleSetId = ruleSet.id;
    this.enteredBy = ruleSet.enteredBy;
    this.outcome = outcome;
    this.effectiveFrom = effectiveFrom;
    this.decidedBy = decidedBy;
    this.decidedAt = decidedAt;
    this.reason = reason.strip();
  }

  static RuleSetDecision adopted(
      EnteredRuleSet ruleSet, AdoptionRequest request, String decidedBy, Instant decidedAt) {
    return new RuleSetDecision(
        ruleSet,
        RuleSetState.ADOPTED,
        request.effectiveFrom(),
        decidedBy,
        decidedAt,
        request.reason());
  }

  static RuleSetDecision withdrawn(
      EnteredRuleSet ruleSet, WithdrawalRequest request, String decidedBy, Instant decidedAt) {
    return new RuleSetDecision(
        ruleSet, RuleSetState.WITHDRAWN, null, decidedBy, decidedAt, request.reason());
  }
}
