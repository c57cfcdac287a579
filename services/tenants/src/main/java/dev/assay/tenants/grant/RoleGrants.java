package dev.assay.tenants.grant;

import dev.assay.http.page.PageRequest;
import dev.assay.http.problem.ProblemException;
import dev.assay.http.problem.ProblemType;
import dev.assay.tenancy.permission.Role;
import dev.assay.tenants.TenantsProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
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
      select new dev.assay.tenants.grant.GrantHistory(g, a, r, n.id) from RoleGrant g
      left join GrantTransition a on a.grantId = g.id and a.step = APPROVED
      left join GrantTransition r on r.grantId = g.id and r.step = REVOKED
      left join RoleGrant n on n.extendsId = g.id
      """;

  private static final String NOT_OVER =
      "r is null and (g.validUntil is null or g.validUntil > :now)";
  private static final String IN_FORCE =
      NOT_OVER + " and g.validFrom <= :now and (g.needsApproval = false or a is not null)";

  private final EntityManager entities;

  RoleGrants(EntityManager entities) {
    this.entities = entities;
  }

  /** In the order of their making, which is that of their ids. */
  List<GrantHistory> page(GrantFilter filter, Instant now, PageRequest request) {
    StringBuilder where = new StringBuilder(HISTORY).append("where g.id > :after");
    if (filter.role() != null) {
      where.append(" and g.role = :role");
    }
    if (filter.person() != null) {
      where.append(" and g.personId = :person");
    }
    if (filter.status() != null) {
      where.append(" and ").append(condition(filter.status()));
    }
    if (filter.expiringWithinDays() != null) {
      where.append(" and r is null and g.validUntil > :now and g.validUntil <= :horizon");
    }
    TypedQuery<GrantHistory> query =
        entities
            .createQuery(where.append(" order by g.id").toString(), GrantHistory.class)
            .setParameter("after", request.after(UUID::fromString).orElse(new UUID(0, 0)))
            .setMaxResults(request.fetchSize());
    if (filter.role() != null) {
      query.setParameter("role", filter.role());
    }
    if (filter.person() != null) {
      query.setParameter("person", filter.person());
    }
    if (filter.expiringWithinDays() != null) {
      query.setParameter("horizon", now.plus(Duration.ofDays(filter.expiringWithinDays())));
    }
    if (filter.expiringWithinDays() != null
        || (filter.status() != null && filter.status() != GrantStatus.REVOKED)) {
      query.setParameter("now", now);
    }
    return query.getResultList();
  }

  /** As {@link GrantHistory#statusAt} has it. */
  private static String condition(GrantStatus status) {
    return switch (status) {
      case REVOKED -> "r is not null";
      case EXPIRED -> "r is null and g.validUntil <= :now";
      case PENDING_APPROVAL -> NOT_OVER + " and g.needsApproval = true and a is null";
      case SCHEDULED ->
          NOT_OVER + " and g.validFrom > :now and (g.needsApproval = false or a is not null)";
      case ACTIVE -> IN_FORCE;
    };
  }

  Optional<GrantHistory> find(UUID id) {
    return entities
        .createQuery(HISTORY + "where g.id = :id", GrantHistory.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /** All grants of a person here that nobody has revoked, the oldest first. */
  List<GrantHistory> notRevokedOf(UUID personId) {
    return entities
        .createQuery(
            HISTORY + "where g.personId = :person and r is null order by g.id", GrantHistory.class)
        .setParameter("person", personId)
        .getResultList();
  }

  /**
   * Writes a revocation now, if there is none.
   *
   * @return false when somebody else has just written one
   */
  boolean revokeUnlessRevoked(GrantTransition revocation) {
    return entities
            .createNativeQuery(
                """
                insert into role_grant_transition (grant_id, step, decided_by, decided_at, reason)
                values (:grant, 'REVOKED', :by, :at, :reason) on conflict do nothing
                """)
            .setParameter("grant", revocation.grantId)
            .setParameter("by", revocation.decidedBy)
            .setParameter("at", revocation.decidedAt)
            .setParameter("reason", revocation.reason)
            .executeUpdate()
        == 1;
  }

  /** What a person has, will have or waits for here. */
  List<GrantHistory> openOf(UUID personId, Instant now) {
    return entities
        .createQuery(
            HISTORY + "where g.personId = :person and " + NOT_OVER + " order by g.id",
            GrantHistory.class)
        .setParameter("person", personId)
        .setParameter("now", now)
        .getResultList();
  }

  /** Whether anybody but this subject holds this role here now. */
  boolean anyInForce(Role role, String exceptSubject, Instant now) {
    return !entities
        .createQuery(
            HISTORY + "where g.role = :role and g.subject <> :except and " + IN_FORCE,
            GrantHistory.class)
        .setParameter("role", role)
        .setParameter("except", exceptSubject)
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

  /** Writes a new grant now, and on which side its holder stands when this is the first. */
  void add(RoleGrant grant) {
    entities
        .createNativeQuery(
            "insert into allegiance (subject, side) values (:subject, :side) on conflict do"
                + " nothing")
        .setParameter("subject", grant.subject)
        .setParameter("side", grant.role.side().name())
        .executeUpdate();
    write(grant);
  }

  /** Writes an approval now. */
  void approve(GrantTransition approval) {
    write(approval);
  }

  /** Writes a revocation now. */
  void revoke(GrantTransition revocation) {
    write(revocation);
  }

  private void write(Object row) {
    try {
      entities.persist(row);
      entities.flush();
    } catch (ConstraintViolationException refused) {
      throw refusal(row, String.valueOf(refused.getConstraintName())).orElseThrow(() -> refused);
    }
  }

  private static Optional<ProblemException> refusal(Object row, String constraint) {
    return switch (constraint) {
      case "role_grant_one_side" ->
          problem(TenantsProblem.INDEPENDENCE_BROKEN, "This person has worked for the other side.");
      case "role_grant_extended_once" ->
          problem(TenantsProblem.GRANT_NOT_EXTENDABLE, "Somebody has extended it already.");
      case "role_grant_transition_third_person" ->
          problem(
              TenantsProblem.GRANT_CONCERNS_CALLER,
              "You are its holder, or you made the grant yourself.");
      case "role_grant_transition_once" ->
          row instanceof GrantTransition made && made.step == GrantTransition.Step.APPROVED
              ? problem(TenantsProblem.GRANT_NOT_PENDING, "Somebody has approved it already.")
              : problem(TenantsProblem.GRANT_ALREADY_REVOKED, "Somebody has revoked it already.");
      default -> Optional.empty();
    };
  }

  private static Optional<ProblemException> problem(ProblemType type, String detail) {
    return Optional.of(ProblemException.of(type, detail));
  }
}
