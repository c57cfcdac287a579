package dev.assay.tenants.person;

import dev.assay.http.page.PageRequest;
import dev.assay.tenancy.permission.Role.Side;
import dev.assay.tenants.provisioning.ProvisioningStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Those of former MSPs who worked for the client in whose scope we are: what they did stays. */
@ApplicationScoped
public class FormerPeople {

  private final EntityManager entities;

  FormerPeople(EntityManager entities) {
    this.entities = entities;
  }

  /** An MSP's people as they were known when the client left it. */
  public static final class Leaving {
    private final List<FormerPerson> people;

    private Leaving(List<FormerPerson> people) {
      this.people = List.copyOf(people);
    }
  }

  /** The present MSP's people who have or had a grant here; read before the client leaves it. */
  public Leaving leaving(Instant at) {
    return new Leaving(
        entities
            .createQuery(
                """
                from Person p where p.clientId is null and exists (
                  select 1 from RoleGrant g where g.personId = p.id)
                """,
                Person.class)
            .getResultStream()
            .map(person -> new FormerPerson(person, at))
            .toList());
  }

  /** Keeps them with the client, where it is now; who left it before is known already. */
  public void keep(Leaving leaving) {
    for (FormerPerson person : leaving.people) {
      if (entities.find(FormerPerson.class, person.id) == null) {
        entities.persist(person);
      }
    }
    entities.flush();
  }

  /** In the order of their ids. */
  List<FormerPerson> page(PageRequest request) {
    return entities
        .createQuery("from FormerPerson where id > :after order by id", FormerPerson.class)
        .setParameter("after", request.after(UUID::fromString).orElse(new UUID(0, 0)))
        .setMaxResults(request.fetchSize())
        .getResultList();
  }

  /** One of them, as everybody is shown: nobody who acts here since the client left their MSP. */
  Optional<PersonResponse> find(UUID personId) {
    return Optional.ofNullable(entities.find(FormerPerson.class, personId))
        .map(FormerPeople::asPerson);
  }

  private static PersonResponse asPerson(FormerPerson person) {
    return new PersonResponse(
        person.id,
        person.displayName,
        person.kind,
        Side.MSP,
        person.knownSince,
        PersonState.DISABLED,
        person.leftAt,
        ProvisioningStatus.done(person.leftAt));
  }
}
