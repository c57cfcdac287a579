package dev.assay.controls.year;

import dev.assay.http.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/** The controls of a client's years, for those who change them. */
@ApplicationScoped
public class ClientControls implements PanacheRepositoryBase<ClientControl, UUID> {

  /**
   * The control as it is now, kept from everybody else's changes until the transaction ends.
   *
   * @throws ProblemException 404 when it was not applied to that year
   */
  public ClientControl lock(int fiscalYear, String controlId) {
    return find("fiscalYear = ?1 and controlId = ?2", fiscalYear, controlId)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional()
        .orElseThrow(ProblemException::notFound);
  }
}
