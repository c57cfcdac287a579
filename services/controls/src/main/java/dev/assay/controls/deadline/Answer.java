package dev.assay.controls.deadline;

import dev.assay.http.problem.CommonProblem;
import dev.assay.http.problem.ExceptionMappers;
import dev.assay.http.problem.ProblemException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One question to another service, under way; it ends as a value or as a problem in time. */
public final class Answer<T> {

  private static final Logger LOG = Logger.getLogger(Answer.class);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final String service;
  private final Future<T> pending;
  private final RequestDeadline deadline;

  Answer(String service, Future<T> pending, RequestDeadline deadline) {
    this.service = service;
    this.pending = pending;
    this.deadline = deadline;
  }

  /**
   * The value; empty when the service says that there is nothing that the caller may see.
   *
   * @throws ProblemException 401 and 403 as the service answered, 503 when it gave nothing usable
   *     in time
   */
  public Optional<T> find() {
    try {
      return Optional.of(pending.get(deadline.remainingNanos(), TimeUnit.NANOSECONDS));
    } catch (ExecutionException failed) {
      return notFoundOr(failed.getCause());
    } catch (TimeoutException late) {
      pending.cancel(true);
      throw silent("no answer in time");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw silent("interrupted");
    }
  }

  /** The value; a 404 problem where {@link #find()} is empty. */
  public T get() {
    return find().orElseThrow(ProblemException::notFound);
  }

  private Optional<T> notFoundOr(@Nullable Throwable cause) {
    if (!(cause instanceof WebApplicationException answered)) {
      throw silent(String.valueOf(cause));
    }
    int status = answered.getResponse().getStatus();
    return switch (status) {
      case 404 -> Optional.empty();
      case 401 -> throw ExceptionMappers.unauthenticated();
      case 403 ->
          throw ProblemException.of(
              CommonProblem.FORBIDDEN,
              "None of your roles here may read what the %s service was asked for."
                  .formatted(service));
      default -> throw silent("status " + status);
    };
  }

  private ProblemException silent(String reason) {
    LOG.warnf("%s gave no usable answer: %s", service, reason);
    return ProblemException.unavailable(service + " service", RETRY_AFTER);
  }
}
