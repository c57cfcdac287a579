package dev.assay.tenants.grant;

import dev.assay.http.page.PageRequest;
import dev.assay.http.problem.ProblemException;
import dev.assay.http.problem.ProblemType;
import dev.assay.tenancy.permission.Role;
import dev.assay.tenants.TenantsProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** The grants that stand in the current scope. */
@ApplicationScoped
class RoleGrants {

  private static final String HISTORY =
      """
      select new dev.assay.tenants.grant.GrantHistory(g, a, r) from RoleGrant g
      left join GrantTransition a on a.grantId = g.id and a.step = APPROVED
      left join GrantTransition r on r.grantId = g.id and r.step = REVOKED
      """;

  private static final String IN_FORCE =
      HISTORY
          + """
          where g.role = :role and g.validFrom <= :now
            and (g.validUntil is null or g.validUntil > :now)
            and (g.needsApproval = false or a is not null) and r is null
          """;

  private final EntityManager entities;

  RoleGrants(EntityManager entities) {
    this.entities = entities;
  }

  /** In the order of their making, which is that of their ids. */
  List<GrantHistory> page(PageRequest request) {
    return entities
        .createQuery(HISTORY + "where g.id > :after order by g.id", GrantHistory.class)
        .setParameter("after", request.after(UUID::fromString).orElse(new UUID(0, 0)))
        .setMaxResults(request.fetchSize())
        .getResultList();
  }

  Optional<GrantHistory> find(UUID id) {
    return entities
        .createQuery(HISTORY + "where g.id = :id", GrantHistory.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /** Whether anybody holds this role here now. */
  boolean anyInForce(Role role, Instant now) {
    return !entities
        .createQuery(IN_FORCE, GrantHistory.class)
        .setParameter("role", role)
        .setParameter("now", now)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** Whether somebody has a grant of this role here that is neither revoked nor over. */
  boolean anyOpen(UUID personId, Role role, Instant now) {
    return !entities
        .createQuery(
            HISTORY
                + """
                where g.personId = :person and g.role = :role and r is null
                  and (g.validUntil is null or g.validUntil > :now)
                """,
            GrantHistory.class)
        .setParameter("person", personId)
        .setParameter("role", role)
        .setParameter("now", now)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** Every grant here that was not revoked, whether it is in force or not. */
  List<RoleGrant> unrevoked() {
    return entities
        .createQuery(
            """
            from RoleGrant g where not exists (
              select 1 from GrantTransition t where t.grantId = g.id and t.step = REVOKED)
            order by g.id
            """,
            RoleGrant.class)
        .getResultList();
  }

  /**
   * Lets one decision in this place go after the other, where a decision depends on which grants
   * there are; the lock ends with the transaction.
   */
  void takeTurns(GrantPlaceIds place) {
    entities
        .createNativeQuery(
            "select 1 from pg_advisory_xact_lock(hashtextextended(cast(:place as text), 7))",
            Integer.class)
        .setParameter("place", place.scopeId().toString())
        .getSingleResult();
  }

  /** Writes a new grant now, and on which side its holder stands when this is the first. */
  void add(RoleGrant grant) {
    entities
        .createNativeQuery(
            "insert into allegiance (subject, side) values (:subject, :side) on conflict do"
                + " nothing")
        .setParameter("subject", grant.subject)
        .setParameter("side", grant.role.side().name())
        .executeUpdate();
    write(
        grant,
        "role_grant_one_side",
        TenantsProblem.INDEPENDENCE_BROKEN,
        "This person has worked for the other side.");
  }

  /** Writes an approval now. */
  void approve(GrantTransition approval) {
    write(
        approval,
        "role_grant_transition_once",
        TenantsProblem.GRANT_NOT_PENDING,
        "Somebody has approved it already.");
  }

  /** Writes a revocation now. */
  void revoke(GrantTransition revocation) {
    write(
        revocation,
        "role_grant_transition_once",
        TenantsProblem.GRANT_ALREADY_REVOKED,
        "Somebody has revoked it already.");
  }

  private void write(Object row, String constraint, ProblemType problem, String detail) {
    try {
      entities.persist(row);
      entities.flush();
    } catch (ConstraintViolationException refused) {
      if (constraint.equals(refused.getConstraintName())) {
        throw ProblemException.of(problem, detail);
      }
      throw refused;
    }
  }
}
