package dev.assay.evidence.store;

import dev.assay.http.problem.ProblemException;
import dev.assay.http.problem.ProblemResponses;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** A store that fails is a 503 that says when to come back. */
class StoreUnavailableMapper {

  private static final Logger LOG = Logger.getLogger(StoreUnavailableMapper.class);

  private final ProblemResponses responses;

  StoreUnavailableMapper(ProblemResponses responses) {
    this.responses = responses;
  }

  @ServerExceptionMapper
  Response unavailable(StoreUnavailable thrown) {
    LOG.warnf("%s: %s", thrown.getMessage(), thrown.reason());
    return responses.of(ProblemException.unavailable("object store", Duration.ofSeconds(2)));
  }
}
