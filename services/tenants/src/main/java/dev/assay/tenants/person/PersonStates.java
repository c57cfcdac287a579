package dev.assay.tenants.person;

import dev.assay.http.problem.ProblemException;
import dev.assay.tenants.TenantsProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** What became of the people whom the current scope sees. */
@ApplicationScoped
public class PersonStates {

  private static final String LAST =
      """
      from PersonTransition t where t.personId in :people and t.number = (
        select max(o.number) from PersonTransition o where o.personId = t.personId)
      """;

  private final EntityManager entities;

  PersonStates(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Lets decisions about one person go one after the other; the lock ends with the transaction.
   * Giving a role shares it with other roles, and waits for a departure.
   */
  public void takeTurns(UUID personId) {
    lock("pg_advisory_xact_lock", personId);
  }

  private void lock(String function, UUID personId) {
    entities
        .createNativeQuery(
            "select 1 from " + function + "(hashtextextended(cast(:person as text), 11))",
            Integer.class)
        .setParameter("person", personId.toString())
        .getSingleResult();
  }

  /**
   * Makes sure that this person is active, and stays so until this transaction ends.
   *
   * @throws ProblemException 409 when they are disabled
   */
  public void requireActive(UUID personId) {
    lock("pg_advisory_xact_lock_shared", personId);
    if (current(personId) == PersonState.DISABLED) {
      throw ProblemException.of(
          TenantsProblem.PERSON_DISABLED, "Whoever is disabled holds no grants.");
    }
  }

  /** Whether this person is active now. */
  public PersonState current(UUID personId) {
    return last(personId).map(PersonTransition::state).orElse(PersonState.ACTIVE);
  }

  /** The latest step; empty for whoever was never disabled. */
  public Optional<PersonTransition> last(UUID personId) {
    return Optional.ofNullable(last(List.of(personId)).get(personId));
  }

  Map<UUID, PersonTransition> last(Collection<UUID> people) {
    return people.isEmpty()
        ? Map.of()
        : entities
            .createQuery(LAST, PersonTransition.class)
            .setParameter("people", people)
            .getResultStream()
            .collect(Collectors.toMap(step -> step.personId, Function.identity()));
  }

  /** All steps of a person, the first one first. */
  public List<PersonTransition> history(UUID personId) {
    return entities
        .createQuery(
            "from PersonTransition t where t.personId = :person order by t.number",
            PersonTransition.class)
        .setParameter("person", personId)
        .getResultList();
  }

  /**
   * Writes the next step now.
   *
   * @throws ProblemException 409 when the person is in that state already
   */
  public PersonTransition append(
      UUID personId,
      PersonTransition.Cause cause,
      @Nullable LocalDate lastDay,
      String decidedBy,
      Instant now,
      String reason) {
    Optional<PersonTransition> last = last(personId);
    if (last.map(PersonTransition::state).orElse(PersonState.ACTIVE) == cause.state()) {
      throw already(cause.state());
    }
    int number = last.map(step -> step.number).orElse(0) + 1;
    var step = new PersonTransition(personId, number, cause, lastDay, decidedBy, now, reason);
    try {
      entities.persist(step);
      entities.flush();
      return step;
    } catch (ConstraintViolationException refused) {
      if ("person_transition_once".equals(refused.getConstraintName())) {
        throw already(cause.state());
      }
      throw refused;
    }
  }

  private static ProblemException already(PersonState state) {
    return switch (state) {
      case DISABLED ->
          ProblemException.of(TenantsProblem.PERSON_DISABLED, "This was decided before.");
      case ACTIVE ->
          ProblemException.of(TenantsProblem.PERSON_NOT_DISABLED, "There is nothing to undo.");
    };
  }
}
