package dev.assay.tenants.system;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.http.problem.ProblemException;
import dev.assay.http.version.EntityTag;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Proposes a system, or another version of one. */
@ApplicationScoped
class PutSystem {

  private final InScopeSystems systems;
  private final SystemStandings standings;
  private final SystemChanges changes;
  private final ProposalRules rules;
  private final Deeds deeds;
  private final AuditTrail audit;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  PutSystem(
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

  /** A system that was not in scope, to be approved. */
  SystemStanding create(UUID clientId, SystemRequest request) {
    Actor by = deeds.byCaller();
    SystemContent content = SystemContent.of(request);
    LocalDate effectiveOn = dateAskedFor(request);
    systems.takeTurns(clientId);
    rules.require(null, content, "");
    UUID ownerScope = rules.scopeOfOwner(clientId, content, "");
    var system = new InScopeSystem(ids.generate(), by.at(), content.description(), ownerScope);
    var terms = new VersionTerms(effectiveOn == null ? deeds.dayOf(by.at()) : effectiveOn, false);
    systems.write(system, new SystemVersion(system, system.version, terms, by), content);
    audit.record(event("system.created", system).with("effectiveOn", terms.effectiveOn()));
    return standings.anew(system.id);
  }

  /** Another version; the same once more is none. */
  SystemStanding replace(
      UUID clientId, UUID systemId, @Nullable String ifMatch, SystemRequest request) {
    Actor by = deeds.byCaller();
    SystemContent content = SystemContent.of(request);
    LocalDate asked = dateAskedFor(request);
    systems.takeTurns(clientId);
    InScopeSystem system = systems.toChange(systemId);
    EntityTag.require(ifMatch, system.version);
    SystemStanding before = standings.find(systemId);
    boolean redated = asked != null && !asked.equals(before.effectiveOn);
    boolean sameScope =
        before.mayBeCarriedOn() && !redated && content.meansTheSameForScopeAs(before.content());
    if (sameScope && content.equals(before.content())) {
      return before;
    }
    rules.require(systemId, content, "");
    UUID ownerScope = rules.scopeOfOwner(clientId, content, "");
    LocalDate effectiveOn = asked == null ? dateFollowing(before, by) : asked;
    system.put(content.description(), ownerScope);
    long proposal = sameScope ? proposalOf(before) : system.version;
    var terms = new VersionTerms(effectiveOn, false);
    systems.write(system, new SystemVersion(system, proposal, terms, by), content);
    if (!sameScope && before.approvedVersion != null) {
      // Nobody changes approved scope past those who follow the changes.
      ChangeKind kind = ChangeKind.between(before.description, content.description());
      changes.add(
          systemId, system.version, new SystemChange.Happening(kind, effectiveOn, null, null), by);
    }
    audit.record(
        event("system.changed", system)
            .with("version", system.version)
            .with("proposal", proposal)
            .with("effectiveOn", effectiveOn));
    return standings.anew(systemId);
  }

  private static @Nullable LocalDate dateAskedFor(SystemRequest request) {
    LocalDate date = request.effectiveOn();
    if (date != null && !EffectiveDate.possible(date)) {
      throw ProblemException.invalid("/effectiveOn", EffectiveDate.BOUNDS);
    }
    return date;
  }

  private LocalDate dateFollowing(SystemStanding before, Actor by) {
    if (before.effectiveOn == null) {
      return deeds.dayOf(before.approvedVersion == null ? before.createdAt : by.at());
    }
    return EffectiveDate.unlessGiven(before.effectiveOn, before.state, deeds.dayOf(by.at()));
  }

  private static long proposalOf(SystemStanding before) {
    return before.proposal == null ? before.version : before.proposal;
  }

  private static AuditEvent event(String action, InScopeSystem system) {
    return AuditEvent.of(action, "SYSTEM", system.id)
        .with("kind", system.description.kind())
        .with("hosting", system.description.hosting())
        .with("ownerPersonId", system.description.ownerPersonId());
  }
}
