package dev.assay.tenants.filer.rule;

import dev.assay.http.problem.ProblemException;
import dev.assay.http.problem.ProblemType;
import dev.assay.tenants.TenantsProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** Rule sets as they came with the service and as operators entered them; any scope reads them. */
@ApplicationScoped
public class RuleSets {

  private static final String HISTORY =
      """
      select new dev.assay.tenants.filer.rule.RuleSetHistory(r, d) from EnteredRuleSet r
      left join RuleSetDecision d on d.ruleSetId = r.id
      """;

  private static final Map<String, TenantsProblem> REFUSALS =
      Map.of(
          "filer_rule_set_name", TenantsProblem.RULE_SET_NAME_TAKEN,
          "filer_rule_decision_once", TenantsProblem.RULE_SET_NOT_PENDING,
          "filer_rule_decision_by_another", TenantsProblem.RULE_SET_NEEDS_ANOTHER_OPERATOR);

  private final EntityManager entities;

  RuleSets(EntityManager entities) {
    this.entities = entities;
  }

  /** Those that decide. */
  public FilerRuleSets deciding() {
    return FilerRuleSets.published()
        .and(
            entities
                .createQuery(HISTORY + "where d.outcome = ADOPTED", RuleSetHistory.class)
                .getResultStream()
                .flatMap(history -> history.ifItDecides().stream())
                .toList());
  }

  /** Those that decide or may come to, for trying what would follow. */
  public RuleSetChoice choice() {
    List<RuleSetHistory> entered = entered();
    return new RuleSetChoice(
        FilerRuleSets.published()
            .and(entered.stream().flatMap(history -> history.ifItDecides().stream()).toList()),
        entered.stream()
            .filter(history -> history.state() == RuleSetState.PENDING)
            .map(RuleSetHistory::ruleSet)
            .toList());
  }

  /** All that were ever entered, oldest first. */
  List<RuleSetHistory> entered() {
    return entities.createQuery(HISTORY + "order by r.id", RuleSetHistory.class).getResultList();
  }

  Optional<RuleSetHistory> entered(String name) {
    return entities
        .createQuery(HISTORY + "where r.name = :name", RuleSetHistory.class)
        .setParameter("name", name)
        .getResultStream()
        .findFirst();
  }

  /** Lets one decision go after the other; the lock ends with the transaction. */
  void takeTurns() {
    entities
        .createNativeQuery(
            "select 1 from pg_advisory_xact_lock(hashtext('assay filer rule sets'))", Integer.class)
        .getSingleResult();
  }

  void add(EnteredRuleSet ruleSet) {
    write(ruleSet, "Another rule set has this name.");
  }

  void add(RuleSetDecision decision) {
    write(decision, "Somebody has decided on it already.");
  }

  /** Adopted ones whose consequences the clients' derived statuses do not all show yet. */
  public List<UUID> notCarried() {
    return entities
        .createQuery(
            """
            select d.ruleSetId from RuleSetDecision d where d.outcome = ADOPTED
              and not exists (select 1 from CarriedRuleSet c where c.ruleSetId = d.ruleSetId)
            """,
            UUID.class)
        .getResultList();
  }

  /** Notes that all clients' derived statuses show these. */
  public void carried(List<UUID> ruleSets, Instant at) {
    for (UUID ruleSet : ruleSets) {
      entities
          .createNativeQuery(
              """
              insert into filer_rule_carried (rule_set_id, carried_at) values (:ruleSet, :at)
              on conflict do nothing
              """)
          .setParameter("ruleSet", ruleSet)
          .setParameter("at", at)
          .executeUpdate();
    }
  }

  private void write(Object row, String detail) {
    try {
      entities.persist(row);
      entities.flush();
    } catch (ConstraintViolationException refused) {
      ProblemType problem = REFUSALS.get(String.valueOf(refused.getConstraintName()));
      if (problem != null) {
        throw ProblemException.of(problem, detail);
      }
      throw refused;
    }
  }
}
