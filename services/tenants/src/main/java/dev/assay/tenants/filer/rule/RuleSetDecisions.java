package dev.assay.tenants.filer.rule;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.http.problem.CommonProblem;
import dev.assay.http.problem.FieldError;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.grant.Caller;
import dev.assay.tenants.TenantsProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Entering rules, and deciding on those that somebody entered. */
@ApplicationScoped
class RuleSetDecisions {

  private final RuleSets ruleSets;
  private final Caller caller;
  private final AuditTrail audit;
  private final Clock clock;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  RuleSetDecisions(RuleSets ruleSets, Caller caller, AuditTrail audit, Clock clock) {
    this.ruleSets = ruleSets;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
  }

  RuleSetResponse enter(RuleSetRequest request) {
    List<FieldError> flaws = request.rules().flaws("/rules");
    if (!flaws.isEmpty()) {
      throw ProblemException.of(
          CommonProblem.INVALID_REQUEST, "These numbers do not make a rule set.", flaws);
    }
    if (FilerRuleSets.published().named(request.ruleSet()).isPresent()) {
      throw ProblemException.of(
          TenantsProblem.RULE_SET_NAME_TAKEN, "A rule set of the service has this name.");
    }
    var entered = new EnteredRuleSet(ids.generate(), request, caller.token().subject(), now());
    ruleSets.add(entered);
    audit.record(
        event("filer-rule-set.entered", entered).with("proposedFrom", entered.proposedFrom));
    return RuleSetResponse.of(new RuleSetHistory(entered, null), null);
  }

  /** Rules of law take effect one after the other: an adopted set begins after all the others. */
  RuleSetResponse adopt(String name, AdoptionRequest request) {
    ruleSets.takeTurns();
    EnteredRuleSet entered = pending(name);
    String decider = caller.token().subject();
    if (decider.equals(entered.enteredBy)) {
      throw ProblemException.of(
          TenantsProblem.RULE_SET_NEEDS_ANOTHER_OPERATOR, "You entered this rule set.");
    }
    LocalDate lastBegins = ruleSets.deciding().all().getLast().effectiveFrom();
    if (!request.effectiveFrom().isAfter(lastBegins)) {
      throw ProblemException.invalid(
          "/effectiveFrom",
          "Must lie after %s, when the rules before begin.".formatted(lastBegins));
    }
    var decision = RuleSetDecision.adopted(entered, request, decider, now());
    ruleSets.add(decision);
    audit.record(
        event("filer-rule-set.adopted", entered).with("effectiveFrom", decision.effectiveFrom));
    return RuleSetResponse.of(new RuleSetHistory(entered, decision), null);
  }

  RuleSetResponse withdraw(String name, WithdrawalRequest request) {
    ruleSets.takeTurns();
    EnteredRuleSet entered = pending(name);
    var decision = RuleSetDecision.withdrawn(entered, request, caller.token().subject(), now());
    ruleSets.add(decision);
    audit.record(event("filer-rule-set.withdrawn", entered));
    return RuleSetResponse.of(new RuleSetHistory(entered, decision), null);
  }

  private EnteredRuleSet pending(String name) {
    RuleSetHistory history =
        ruleSets
            .entered(name)
            .orElseThrow(
                () ->
                    FilerRuleSets.published().named(name).isPresent()
                        ? notPending()
                        : ProblemException.notFound());
    if (history.state() != RuleSetState.PENDING) {
      throw notPending();
    }
    return history.entered();
  }

  private static ProblemException notPending() {
    return ProblemException.of(
        TenantsProblem.RULE_SET_NOT_PENDING, "It was decided on, or came with the service.");
  }

  private static AuditEvent event(String action, EnteredRuleSet ruleSet) {
    return AuditEvent.of(action, "FILER_RULE_SET", ruleSet.id).with("ruleSet", ruleSet.name);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
