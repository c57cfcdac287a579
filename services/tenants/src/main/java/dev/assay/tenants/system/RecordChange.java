package dev.assay.tenants.system;

import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.http.problem.ProblemException;
import dev.assay.http.version.EntityTag;
import dev.assay.tenants.TenantsProblem;
import dev.assay.tenants.system.SystemChange.Happening;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records what happens to a system; what touches scope is a version that waits for approval. */
@ApplicationScoped
class RecordChange {

  private final InScopeSystems systems;
  private final SystemStandings standings;
  private final SystemChanges changes;
  private final ProposalRules rules;
  private final Deeds deeds;
  private final AuditTrail audit;

  RecordChange(
      InScopeSystems systems,
      SystemStandings standings,
      SystemChanges changes,
      ProposalRules rules,
      Deeds deeds,
      AuditTrail audit) {
    this.systems = systems;
    this.standings = standings;
    this.changes = changes;
    this.rules = rules;
    this.deeds = deeds;
    this.audit = audit;
  }

  SystemChange record(
      UUID clientId, UUID systemId, @Nullable String ifMatch, ChangeRequest request) {
    Actor by = deeds.byCaller();
    request.requireConsistent();
    systems.takeTurns(clientId);
    InScopeSystem system = systems.toChange(systemId);
    SystemRequest put = request.system();
    if (put != null) {
      EntityTag.require(ifMatch, system.version);
    }
    SystemStanding before = standings.find(systemId);
    requireInScope(before);
    requireNotBefore(existsFrom(before), request.effectiveOn(), "/effectiveOn");
    requireOther(systemId, request.replacedBy());
    SystemContent content = put == null ? standings.contentNow(before) : SystemContent.of(put);
    var what =
        new Happening(
            request.kind(),
            request.effectiveOn(),
            request.description().strip(),
            request.replacedBy());
    if (request.deniesToBeMaterial()) {
      return recorded(system, null, what, by);
    }
    if (put != null) {
      rules.require(systemId, content, "/system");
    }
    boolean leavesScope = put == null && before.leavesScope && before.state == SystemState.PROPOSED;
    propose(clientId, system, content, new VersionTerms(request.effectiveOn(), leavesScope), by);
    return recorded(system, system.version, what, by);
  }

  /** Proposes that a system leaves scope. */
  SystemStanding retire(UUID clientId, UUID systemId, RetirementRequest request) {
    Actor by = deeds.byCaller();
    if (!EffectiveDate.possible(request.retiredOn())) {
      throw ProblemException.invalid("/retiredOn", EffectiveDate.BOUNDS);
    }
    systems.takeTurns(clientId);
    InScopeSystem system = systems.toChange(systemId);
    SystemStanding before = standings.find(systemId);
    requireInScope(before);
    requireNotBefore(existsFrom(before), request.retiredOn(), "/retiredOn");
    propose(
        clientId,
        system,
        standings.contentNow(before),
        new VersionTerms(request.retiredOn(), true),
        by);
    recorded(
        system,
        system.version,
        new Happening(ChangeKind.RETIREMENT, request.retiredOn(), request.reason().strip(), null),
        by);
    return standings.anew(systemId);
  }

  private void propose(
      UUID clientId, InScopeSystem system, SystemContent content, VersionTerms terms, Actor by) {
    UUID ownerScope = rules.scopeOfOwner(clientId, content, "/system");
    system.put(content.description(), ownerScope);
    systems.write(system, new SystemVersion(system, system.version, terms, by), content);
  }

  private SystemChange recorded(
      InScopeSystem system, @Nullable Long version, Happening what, Actor by) {
    SystemChange change = changes.add(system.id, version, what, by);
    audit.record(
        AuditEvent.of("system.change-recorded", "SYSTEM", system.id)
            .with("changeId", change.id)
            .with("kind", change.kind)
            .with("effectiveOn", change.effectiveOn)
            .with("version", change.number)
            .with("replacedBy", change.replacedBy));
    return change;
  }

  private static void requireInScope(SystemStanding system) {
    if (system.state == SystemState.RETIRED) {
      throw ProblemException.of(
          TenantsProblem.SYSTEM_RETIRED, "Nothing that happens to it touches scope any more.");
    }
  }

  private LocalDate existsFrom(SystemStanding system) {
    LocalDate onRecord = system.existsFrom();
    return onRecord == null ? deeds.dayOf(system.createdAt) : onRecord;
  }

  private static void requireNotBefore(LocalDate first, LocalDate date, String pointer) {
    if (date.isBefore(first)) {
      throw ProblemException.invalid(
          pointer, "The system is in scope from %s only; give no earlier date.".formatted(first));
    }
  }

  private void requireOther(UUID systemId, @Nullable UUID replacedBy) {
    if (replacedBy == null) {
      return;
    }
    if (replacedBy.equals(systemId)) {
      throw ProblemException.invalid("/replacedBy", "A system does not replace itself.");
    }
    if (!systems.unknown(Set.of(replacedBy)).isEmpty()) {
      throw ProblemException.invalid("/replacedBy", "This is no system of this client.");
    }
  }
}
