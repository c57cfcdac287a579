package dev.assay.tenants.transfer;

import static dev.assay.tenants.TenantsProblem.TRANSFER_ENDED;
import static dev.assay.tenants.TenantsProblem.TRANSFER_TARGET_UNKNOWN;

import dev.assay.http.page.Page;
import dev.assay.http.page.PageRequest;
import dev.assay.http.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** The transfers that the current scope takes part in. */
@ApplicationScoped
class Transfers {

  private final EntityManager entities;

  Transfers(EntityManager entities) {
    this.entities = entities;
  }

  /** Newest first, each with its steps: two statements, however many there are. */
  Page<TransferResponse> page(@Nullable Integer limit, @Nullable String cursor, UUID scope) {
    var request = PageRequest.of(limit, cursor, "transfers", scope);
    List<Transfer> page =
        entities
            .createQuery("from Transfer where id < :before order by id desc", Transfer.class)
            .setParameter("before", request.after(UUID::fromString).orElse(new UUID(-1, -1)))
            .setMaxResults(request.fetchSize())
            .getResultList();
    Map<UUID, List<TransferStep>> steps =
        entities
            .createQuery(
                "from TransferStep where transferId in :ids order by decidedAt, step",
                TransferStep.class)
            .setParameter("ids", page.stream().map(transfer -> transfer.id).toList())
            .getResultStream()
            .collect(Collectors.groupingBy(step -> step.transferId));
    return Page.of(
        page,
        request,
        transfer -> transfer.id.toString(),
        transfer -> TransferResponse.of(transfer, steps.getOrDefault(transfer.id, List.of())));
  }

  Optional<Transfer> find(UUID id) {
    return entities
        .createQuery("from Transfer where id = :id", Transfer.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  List<TransferStep> steps(Transfer transfer) {
    return entities
        .createQuery(
            "from TransferStep where transferId = :id order by decidedAt, step", TransferStep.class)
        .setParameter("id", transfer.id)
        .getResultList();
  }

  /** Whether the client has a transfer that somebody may still decide on. */
  boolean anyOpen() {
    return entities
            .createQuery(
                """
                select count(*) from Transfer t where not exists (
                  select 1 from TransferStep s where s.transferId = t.id and s.step <> ACCEPTED)
                """,
                Long.class)
            .getSingleResult()
        > 0;
  }

  /** Lets one decision on this client's transfers go after the other. */
  void takeTurns(UUID client) {
    entities
        .createNativeQuery(
            "select 1 from pg_advisory_xact_lock(hashtextextended(cast(:client as text), 11))",
            Integer.class)
        .setParameter("client", client.toString())
        .getSingleResult();
  }

  /** Writes a proposal now. */
  void propose(Transfer transfer) {
    try {
      entities.persist(transfer);
      entities.flush();
    } catch (ConstraintViolationException refused) {
      if ("client_transfer_target".equals(refused.getConstraintName())) {
        throw ProblemException.of(TRANSFER_TARGET_UNKNOWN, "There is no MSP of this id.");
      }
      throw refused;
    }
  }

  /** Writes a step now. */
  void take(TransferStep step) {
    try {
      entities.persist(step);
      entities.flush();
    } catch (ConstraintViolationException refused) {
      throw ProblemException.of(TRANSFER_ENDED, "Somebody has decided in the meantime.");
    }
  }
}
