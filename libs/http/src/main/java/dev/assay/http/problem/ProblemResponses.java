package dev.assay.http.problem;

import dev.assay.http.request.RequestIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/** Turns a thrown problem into its answer. */
@ApplicationScoped
public class ProblemResponses {

  private final RequestIds requestIds;

  ProblemResponses(RequestIds requestIds) {
    this.requestIds = requestIds;
  }

  /** The answer for this problem, with the current request's id. */
  public Response of(ProblemException thrown) {
    var response =
        Response.status(thrown.type().status())
            .type(Problem.MEDIA_TYPE)
            .header("Cache-Control", "no-store")
            .entity(Problem.of(thrown, requestIds.current()));
    thrown.headers().forEach(response::header);
    return response.build();
  }
}
