package dev.assay.tenants.person;

import dev.assay.http.page.PageRequest;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenants.TenantsProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** The people whom the current scope sees. */
@ApplicationScoped
public class People implements PanacheRepositoryBase<Person, UUID> {

  private static final String AT_CLIENT =
      """
      from Person p where (p.clientId is not null or exists (
        select 1 from RoleGrant g where g.personId = p.id))
      """;

  /** The people of the MSP itself, or of the platform: all that such a scope sees. */
  List<Person> page(PageRequest request) {
    return find("id > ?1 order by id", after(request)).range(0, request.fetchSize() - 1).list();
  }

  /**
   * The client's own people, and those of its MSP who hold or held a grant at this client: in its
   * scope no other grants are seen.
   */
  List<Person> pageOfClient(PageRequest request) {
    return find(AT_CLIENT + " and p.id > ?1 order by p.id", after(request))
        .range(0, request.fetchSize() - 1)
        .list();
  }

  /** One of them. */
  Optional<Person> findOfClient(UUID personId) {
    return find(AT_CLIENT + " and p.id = ?1", personId).firstResultOptional();
  }

  /** Who signs in with this account and belongs to this very place. */
  public Optional<Person> findBySubject(UUID scopeId, String subject) {
    return find("subject", subject).stream()
        .filter(person -> person.scopeId().equals(scopeId))
        .findFirst();
  }

  /** Writes a new person now. */
  public void add(Person person) {
    try {
      persistAndFlush(person);
    } catch (ConstraintViolationException refused) {
      if ("person_once".equals(refused.getConstraintName())) {
        throw ProblemException.of(
            TenantsProblem.PERSON_ALREADY_KNOWN, "Each subject is one person here.");
      }
      throw refused;
    }
  }

  private static UUID after(PageRequest request) {
    return request.after(UUID::fromString).orElse(new UUID(0, 0));
  }
}
