package dev.assay.tenants.system;

import dev.assay.http.page.PageRequest;
import dev.assay.http.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the client's systems and their versions stand, one query a question. */
@ApplicationScoped
class SystemStandings {

  /**
   * Of the versions approved by now that hold on the date, the last one put: it knew the earlier
   * ones.
   */
  private static final String AS_OF =
      """
      select held.system_id as id, held.name, held.kind, held.hosting, held.rationale,
             held.supports, held.vendor_name, held.vendor_id, held.owner_person_id,
             held.created_at, held.number as version, held.proposal, held.effective_on,
             held.leaves_scope, held.state, held.proposed_by_person_id, held.proposed_at,
             held.decided_by_person_id, held.decided_at, held.decision_reason, held.runs_on,
             held.stores_data_in, held.approved_version, held.in_scope_from
      from (
        select distinct on (v.system_id) v.*, s.created_at, s.approved_version, s.in_scope_from
        from in_scope_system_version_standing v
        join in_scope_system_standing s on s.client_id = v.client_id and s.id = v.system_id
        where v.state in ('APPROVED', 'RETIRED') and v.effective_on <= :asOf
          and v.system_id > :after
        order by v.system_id, v.number desc) held
      where not held.leaves_scope and (:kind = '' or held.kind = :kind)
      order by held.system_id
      """;

  private final EntityManager entities;

  SystemStandings(EntityManager entities) {
    this.entities = entities;
  }

  /** In the order of their creation, which is that of their ids. */
  List<SystemStanding> page(SystemFilter filter, PageRequest request) {
    LocalDate asOf = filter.asOf();
    return asOf == null ? newest(filter, request) : asOf(asOf, filter, request);
  }

  private List<SystemStanding> newest(SystemFilter filter, PageRequest request) {
    StringBuilder hql = new StringBuilder("from SystemStanding where id > :after");
    Map<String, Object> parameters = new HashMap<>(Map.of("after", after(request)));
    if (filter.kind() != null) {
      hql.append(" and description.kind = :kind");
      parameters.put("kind", filter.kind());
    }
    if (filter.state() != null) {
      hql.append(" and state = :state");
      parameters.put("state", filter.state());
    }
    var query = entities.createQuery(hql.append(" order by id").toString(), SystemStanding.class);
    parameters.forEach(query::setParameter);
    return query.setMaxResults(request.fetchSize()).getResultList();
  }

  @SuppressWarnings("unchecked") // A native query's result has the class it was made with.
  private List<SystemStanding> asOf(LocalDate asOf, SystemFilter filter, PageRequest request) {
    var kind = filter.kind();
    return entities
        .createNativeQuery(AS_OF, SystemStanding.class)
        .setParameter("asOf", asOf)
        .setParameter("after", after(request))
        .setParameter("kind", kind == null ? "" : kind.name())
        .setMaxResults(request.fetchSize())
        .getResultList();
  }

  SystemStanding find(UUID systemId) {
    return Optional.ofNullable(entities.find(SystemStanding.class, systemId))
        .orElseThrow(ProblemException::notFound);
  }

  /** As it stands after what this transaction wrote. */
  SystemStanding anew(UUID systemId) {
    entities.flush();
    entities.clear();
    return find(systemId);
  }

  /** The system's versions, oldest first. */
  List<VersionStanding> versions(UUID systemId, PageRequest request) {
    return entities
        .createQuery(
            "from VersionStanding where systemId = :system and number > :after order by number",
            VersionStanding.class)
        .setParameter("system", systemId)
        .setParameter("after", request.after(Long::valueOf).orElse(-1L))
        .setMaxResults(request.fetchSize())
        .getResultList();
  }

  @Nullable VersionStanding version(UUID systemId, long number) {
    return entities.find(VersionStanding.class, new SystemVersion.Key(systemId, number));
  }

  /** How the system is for all that was not turned down: the ground for what happens to it next. */
  SystemContent contentNow(SystemStanding system) {
    if (system.state == SystemState.REJECTED && system.approvedVersion != null) {
      VersionStanding approved = version(system.id, system.approvedVersion);
      if (approved != null) {
        return approved.content();
      }
    }
    return system.content();
  }

  /** What waits for a decision, up to this version and with it; oldest first. */
  List<VersionStanding> waiting(UUID systemId, long upTo) {
    return entities
        .createQuery(
            """
            from VersionStanding where systemId = :system and number <= :upTo
              and proposal = number and state = PROPOSED order by number
            """,
            VersionStanding.class)
        .setParameter("system", systemId)
        .setParameter("upTo", upTo)
        .getResultList();
  }

  private static UUID after(PageRequest request) {
    return request.after(UUID::fromString).orElse(new UUID(0, 0));
  }
}
