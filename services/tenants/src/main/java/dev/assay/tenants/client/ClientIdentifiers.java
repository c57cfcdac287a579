package dev.assay.tenants.client;

import dev.assay.http.page.PageRequest;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenants.TenantsProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

@ApplicationScoped
class ClientIdentifiers implements PanacheRepositoryBase<ClientIdentifier, UUID> {

  /** In the order in which they were added, which is that of their ids. */
  List<ClientIdentifier> page(PageRequest request) {
    return find("id > ?1 order by id", request.after(UUID::fromString).orElse(new UUID(0, 0)))
        .range(0, request.fetchSize() - 1)
        .list();
  }

  /** One that nobody else can withdraw until this transaction ends. */
  Optional<ClientIdentifier> findToChange(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Writes a new identifier now. */
  void add(ClientIdentifier identifier) {
    try {
      persistAndFlush(identifier);
    } catch (ConstraintViolationException refused) {
      if ("client_identifier_once".equals(refused.getConstraintName())) {
        throw ProblemException.of(
            TenantsProblem.IDENTIFIER_TAKEN, "A client of this MSP has this identifier already.");
      }
      throw refused;
    }
  }
}
