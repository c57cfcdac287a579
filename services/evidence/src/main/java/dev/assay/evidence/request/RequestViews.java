package dev.assay.evidence.request;

import dev.assay.http.problem.ProblemException;
import dev.assay.http.version.EntityTag;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** A request with all that explains where it stands. */
@ApplicationScoped
class RequestViews {

  private final StandingRequests requests;
  private final RequestHistory history;
  private final GivenEvidences given;
  private final Session session;
  private final Clock clock;

  RequestViews(
      StandingRequests requests,
      RequestHistory history,
      GivenEvidences given,
      Session session,
      Clock clock) {
    this.requests = requests;
    this.history = history;
    this.given = given;
    this.session = session;
    this.clock = clock;
  }

  /** The answer with the request as it stands after what this transaction did. */
  @Transactional(Transactional.TxType.MANDATORY)
  Response answer(Response.ResponseBuilder builder, UUID id) {
    session.clear();
    StandingRequest row = requests.findByIdOptional(id).orElseThrow(ProblemException::notFound);
    List<GivenEvidence> evidence = given.of(id);
    return builder
        .header("ETag", new EntityTag(row.version()))
        .entity(
            new RequestDetail(
                RequestResponse.of(row, clock.instant()),
                history.steps(id),
                history.terms(id),
                evidence,
                Verdict.of(row.state(), evidence)))
        .build();
  }
}
