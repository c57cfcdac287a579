package dev.assay.http.problem;

import static dev.assay.http.problem.CommonProblem.FORBIDDEN;
import static dev.assay.http.problem.CommonProblem.INTERNAL_ERROR;
import static dev.assay.http.problem.CommonProblem.INVALID_REQUEST;
import static dev.assay.http.problem.CommonProblem.MALFORMED_BODY;
import static dev.assay.http.problem.CommonProblem.UNAUTHENTICATED;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.assay.http.outage.Outages;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every exception that reaches the HTTP edge becomes a problem document here, logged once. */
public class ExceptionMappers {

  private static final Logger LOG = Logger.getLogger(ExceptionMappers.class);

  private final ProblemResponses responses;

  ExceptionMappers(ProblemResponses responses) {
    this.responses = responses;
  }

  @ServerExceptionMapper
  Response problem(ProblemException thrown) {
    return responses.of(thrown);
  }

  @ServerExceptionMapper
  Response invalid(ConstraintViolationException thrown) {
    List<FieldError> errors =
        thrown.getConstraintViolations().stream()
            .map(v -> new FieldError(Pointers.of(v.getPropertyPath()), v.getMessage()))
            .sorted(java.util.Comparator.comparing(FieldError::pointer))
            .toList();
    return responses.of(
        ProblemException.of(INVALID_REQUEST, "One or more fields break a rule.", errors));
  }

  @ServerExceptionMapper
  Response mismatched(MismatchedInputException thrown) {
    return responses.of(Pointers.unreadable(thrown));
  }

  @ServerExceptionMapper
  Response stale(OptimisticLockException thrown) {
    return responses.of(
        ProblemException.of(CommonProblem.STALE_VERSION, "Another change came first."));
  }

  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  Response unauthenticated(SecurityException thrown) {
    return outageOr(thrown, unauthenticated());
  }

  @ServerExceptionMapper
  Response completion(AuthenticationCompletionException thrown) {
    return outageOr(thrown, unauthenticated());
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException thrown) {
    return responses.of(ProblemException.of(FORBIDDEN, "The token does not carry what is needed."));
  }

  @ServerExceptionMapper
  Response web(WebApplicationException thrown) {
    if (thrown.getCause() instanceof JsonProcessingException unreadable) {
      return responses.of(Pointers.unreadable(unreadable));
    }
    int status = thrown.getResponse().getStatus();
    if (status < 400) {
      return thrown.getResponse();
    }
    if (status >= 500) {
      return unexpected(thrown);
    }
    return responses.of(ofStatus(status));
  }

  @ServerExceptionMapper
  Response unexpected(Throwable thrown) {
    return Outages.in(thrown)
        .map(
            outage -> {
              LOG.warnf("%s does not answer: %s", outage.part(), outage.reason());
              return responses.of(ProblemException.unavailable(outage.part(), outage.retryAfter()));
            })
        .orElseGet(
            () -> {
              LOG.error("A request failed unexpectedly", thrown);
              return responses.of(
                  ProblemException.of(INTERNAL_ERROR, "The request could not be finished."));
            });
  }

  private Response outageOr(Throwable thrown, ProblemException otherwise) {
    return Outages.in(thrown)
        .map(o -> responses.of(ProblemException.unavailable(o.part(), o.retryAfter())))
        .orElseGet(() -> responses.of(otherwise));
  }

  /** The 401 for a missing or unusable token; it never says which of the checks failed. */
  public static ProblemException unauthenticated() {
    return ProblemException.of(UNAUTHENTICATED, "There is no access token here that is good.")
        .withHeader("WWW-Authenticate", "Bearer");
  }

  static ProblemException ofStatus(int status) {
    return switch (status) {
      case 401 -> unauthenticated();
      case 403 -> ProblemException.of(FORBIDDEN, "Your grants do not allow this.");
      case 404 -> ProblemException.notFound();
      case 405 -> ProblemException.of(CommonProblem.METHOD_NOT_ALLOWED, "Use another method here.");
      case 406 ->
          ProblemException.of(CommonProblem.NOT_ACCEPTABLE, "This address cannot give that type.");
      case 409 -> ProblemException.of(CommonProblem.CONFLICT, "The current state forbids this.");
      case 413 -> ProblemException.of(CommonProblem.BODY_TOO_LARGE, "The body is too large.");
      case 415 ->
          ProblemException.of(
              CommonProblem.UNSUPPORTED_MEDIA_TYPE, "This address does not take that media type.");
      default -> ProblemException.of(MALFORMED_BODY, "The request could not be read.");
    };
  }
}
