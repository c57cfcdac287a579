package dev.assay.tenants.system;

import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenants.TenantsProblem;
import dev.assay.tenants.system.SystemDecision.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Approves or rejects a version by a second person. A version builds on those before it, so the
 * decision holds for all that waited up to it, and nobody decides on a chain with a link of theirs.
 */
@ApplicationScoped
class DecideOnSystem {

  private final InScopeSystems systems;
  private final SystemStandings standings;
  private final Deeds deeds;
  private final AuditTrail audit;
  private final EntityManager entities;

  DecideOnSystem(
      InScopeSystems systems,
      SystemStandings standings,
      Deeds deeds,
      AuditTrail audit,
      EntityManager entities) {
    this.systems = systems;
    this.standings = standings;
    this.deeds = deeds;
    this.audit = audit;
    this.entities = entities;
  }

  SystemStanding decide(
      UUID clientId, UUID systemId, long number, Verdict verdict, @Nullable String reason) {
    Actor by = deeds.byCaller();
    systems.takeTurns(clientId);
    VersionStanding version = standings.version(systemId, number);
    if (version == null) {
      throw unknownOrUnrecorded(systemId, number);
    }
    if (version.state != SystemState.PROPOSED) {
      throw ProblemException.of(
          TenantsProblem.SYSTEM_NOT_PROPOSED, "It is " + version.state + " already.");
    }
    List<VersionStanding> waiting = standings.waiting(systemId, number);
    for (VersionStanding proposed : waiting) {
      if (proposed.proposedBy.equals(by.subject())) {
        throw ProblemException.of(
            TenantsProblem.SYSTEM_PROPOSED_BY_CALLER,
            "You proposed version %d.".formatted(proposed.number));
      }
    }
    waiting.forEach(
        proposed -> entities.persist(new SystemDecision(proposed, verdict, reason, by)));
    entities.flush();
    audit.record(
        AuditEvent.of(actionOf(verdict), "SYSTEM", systemId)
            .with("version", number)
            .with("proposals", waiting.size()));
    return standings.anew(systemId);
  }

  /** A version that the release before wrote is there, but nobody is on record as its proposer. */
  private ProblemException unknownOrUnrecorded(UUID systemId, long number) {
    SystemStanding system = standings.find(systemId);
    if (system.version == number) {
      return ProblemException.of(
          TenantsProblem.SYSTEM_NOT_PROPOSED,
          "Nobody is on record as its proposer: put it once more as it is.");
    }
    return ProblemException.notFound();
  }

  private static String actionOf(Verdict verdict) {
    return switch (verdict) {
      case APPROVED -> "system.approved";
      case REJECTED -> "system.rejected";
    };
  }
}
