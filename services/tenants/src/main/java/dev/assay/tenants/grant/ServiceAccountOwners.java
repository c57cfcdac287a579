package dev.assay.tenants.grant;

import dev.assay.http.page.PageRequest;
import dev.assay.tenants.person.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The service accounts of an MSP, and who answers for each. */
@ApplicationScoped
class ServiceAccountOwners {

  private static final String LAST =
      """
      not exists (
        select 1 from ServiceAccountOwner n where n.accountId = o.accountId and n.id > o.id)
      """;

  private static final String ACCOUNTS =
      """
      select new dev.assay.tenants.grant.ServiceAccountOwners$Account(p, o, q, case when exists (
        select 1 from RoleGrant g
        left join GrantTransition r on r.grantId = g.id and r.step = REVOKED
        where g.personId = o.ownerId and r is null and g.validFrom <= :now
          and (g.validUntil is null or g.validUntil > :now)) then true else false end)
      from Person p
      left join ServiceAccountOwner o on o.accountId = p.id and %s
      left join Person q on q.id = o.ownerId
      where p.kind = SERVICE_ACCOUNT and\s
      """
          .formatted(LAST);

  /**
   * A service account as the MSP should look at it.
   *
   * @param owner null when nobody was ever named
   * @param ownerHasRole whether the owner still has any role at the MSP itself
   */
  record Account(
      Person account,
      @Nullable ServiceAccountOwner owner,
      @Nullable Person person,
      boolean ownerHasRole) {}

  private final EntityManager entities;

  ServiceAccountOwners(EntityManager entities) {
    this.entities = entities;
  }

  List<Account> page(PageRequest request, Instant now) {
    return entities
        .createQuery(ACCOUNTS + "p.id > :after order by p.id", Account.class)
        .setParameter("after", request.after(UUID::fromString).orElse(new UUID(0, 0)))
        .setParameter("now", now)
        .setMaxResults(request.fetchSize())
        .getResultList();
  }

  Account account(UUID accountId, Instant now) {
    return entities
        .createQuery(ACCOUNTS + "p.id = :id", Account.class)
        .setParameter("id", accountId)
        .setParameter("now", now)
        .getSingleResult();
  }

  Optional<ServiceAccountOwner> currentOf(UUID accountId) {
    return entities
        .createQuery(
            "from ServiceAccountOwner o where o.accountId = :account order by o.id desc",
            ServiceAccountOwner.class)
        .setParameter("account", accountId)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  void add(ServiceAccountOwner owner) {
    entities.persist(owner);
    entities.flush();
  }
}
