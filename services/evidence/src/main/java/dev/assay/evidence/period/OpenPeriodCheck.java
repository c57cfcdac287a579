package dev.assay.evidence.period;

import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.scope.Scopes;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Before any byte is read and any row is written: what would belong to a year whose audit has
 * concluded is refused. An item that is not there is left to the operation's own answer.
 */
@Provider
@OpenPeriod
@Priority(Priorities.AUTHORIZATION + 2)
class OpenPeriodCheck implements ContainerRequestFilter {

  private final Scopes scopes;
  private final Session session;
  private final ClosedYears closed;

  OpenPeriodCheck(Scopes scopes, Session session, ClosedYears closed) {
    this.scopes = scopes;
    this.session = session;
    this.closed = closed;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    UUID evidence = id(request.getUriInfo().getPathParameters().getFirst("evidenceId"));
    periodEnd(evidence).ifPresent(closed::requireOpen);
  }

  private Optional<LocalDate> periodEnd(UUID evidence) {
    return scopes.inTransaction(
        scopes.client(),
        () ->
            session
                .createNativeQuery("select period_to from evidence where id = :id", LocalDate.class)
                .setParameter("id", evidence)
                .uniqueResultOptional());
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException notAnId) {
      throw ProblemException.notFound();
    }
  }
}
