package dev.assay.tenants.invitation;

import dev.assay.http.page.PageRequest;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenants.TenantsProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** The invitations of the current scope. */
@ApplicationScoped
class Invitations {

  private static final String HISTORY =
      """
      select new dev.assay.tenants.invitation.InvitationHistory(i, e) from Invitation i
      left join InvitationEnd e on e.invitationId = i.id
      """;

  private final EntityManager entities;

  Invitations(EntityManager entities) {
    this.entities = entities;
  }

  /** In the order of their making, which is that of their ids. */
  List<InvitationHistory> page(PageRequest request) {
    return entities
        .createQuery(HISTORY + "where i.id > :after order by i.id", InvitationHistory.class)
        .setParameter("after", request.after(UUID::fromString).orElse(new UUID(0, 0)))
        .setMaxResults(request.fetchSize())
        .getResultList();
  }

  Optional<InvitationHistory> find(UUID id) {
    return entities
        .createQuery(HISTORY + "where i.id = :id", InvitationHistory.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /** Everybody who was ever invited here at an address of this hash. */
  List<Invitation> ofMail(String hash) {
    return entities
        .createQuery("from Invitation i where i.mailHash = :hash", Invitation.class)
        .setParameter("hash", hash)
        .getResultList();
  }

  /** The open invitations that became this person. */
  List<Invitation> openOf(UUID personId) {
    return entities
        .createQuery(
            "from Invitation i where i.personId = :person and i.mail is not null", Invitation.class)
        .setParameter("person", personId)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /** An invitation that nobody else decides on until this transaction ends. */
  Optional<Invitation> lock(UUID id) {
    return Optional.ofNullable(entities.find(Invitation.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Writes a new invitation now. */
  void add(Invitation invitation) {
    try {
      entities.persist(invitation);
      entities.flush();
    } catch (ConstraintViolationException refused) {
      if ("invitation_open_once".equals(refused.getConstraintName())) {
        throw ProblemException.of(
            TenantsProblem.INVITATION_ALREADY_OPEN, "Somebody has just invited them.");
      }
      throw refused;
    }
  }

  /** Ends an open, locked invitation now: from here on its address is not needed. */
  InvitationEnd end(
      Invitation invitation,
      InvitationStatus outcome,
      String by,
      Instant at,
      @Nullable String reason) {
    invitation.mail = null;
    var end = new InvitationEnd(invitation.id, outcome, by, at, reason);
    entities.persist(end);
    entities.flush();
    return end;
  }
}
