package dev.assay.tenants.system;

import dev.assay.http.problem.ProblemException;
import dev.assay.tenants.TenantsProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** The newest versions of the client's systems, and the rows that each of them leaves. */
@ApplicationScoped
class InScopeSystems implements PanacheRepositoryBase<InScopeSystem, UUID> {

  /**
   * Lets the writers of one client's systems go one after the other, until each one's transaction
   * ends: what rests on what, which version is the newest and the order of changes depend on all
   * the client's systems.
   */
  void takeTurns(UUID clientId) {
    getEntityManager()
        .createNativeQuery(
            "select 1 from pg_advisory_xact_lock(hashtextextended(cast(:client as text), 8))",
            Integer.class)
        .setParameter("client", clientId.toString())
        .getSingleResult();
  }

  /** The system for a change, held against writers of the release before, who take no turns. */
  InScopeSystem toChange(UUID systemId) {
    return findByIdOptional(systemId, LockModeType.PESSIMISTIC_WRITE)
        .orElseThrow(ProblemException::notFound);
  }

  /** Those of the ids that are no system of this client, in order. */
  Set<UUID> unknown(Collection<UUID> ids) {
    Set<UUID> unknown = new TreeSet<>(ids);
    if (!ids.isEmpty()) {
      getEntityManager()
          .createQuery("select s.id from InScopeSystem s where s.id in :ids", UUID.class)
          .setParameter("ids", ids)
          .getResultList()
          .forEach(unknown::remove);
    }
    return unknown;
  }

  /** What rests on what, as the newest versions have it. */
  RestsOn restsOn() {
    Map<UUID, Set<UUID>> edges = new HashMap<>();
    List<Object[]> rows =
        getEntityManager()
            .createQuery(
                """
                select r.systemId, r.otherId from SystemRelation r
                join InScopeSystem s on s.id = r.systemId and s.version = r.number
                """,
                Object[].class)
            .getResultList();
    rows.forEach(
        row -> edges.computeIfAbsent((UUID) row[0], id -> new HashSet<>()).add((UUID) row[1]));
    return new RestsOn(edges);
  }

  /** Writes a new system, or one that was put anew, with the version that it now is. */
  void write(InScopeSystem system, SystemVersion version, SystemContent content) {
    var entities = getEntityManager();
    try {
      // The system's own row first: its name may be taken.
      persistAndFlush(system);
    } catch (ConstraintViolationException refused) {
      if ("in_scope_system_name".equals(refused.getConstraintName())) {
        throw ProblemException.of(
            TenantsProblem.SYSTEM_NAME_TAKEN, "Names differ by more than their case.");
      }
      throw refused;
    }
    entities.persist(version);
    content
        .runsOn()
        .forEach(
            other ->
                entities.persist(new SystemRelation(system, SystemRelation.Kind.RUNS_ON, other)));
    content
        .storesDataIn()
        .forEach(
            other ->
                entities.persist(
                    new SystemRelation(system, SystemRelation.Kind.STORES_DATA_IN, other)));
    entities.flush();
  }
}
