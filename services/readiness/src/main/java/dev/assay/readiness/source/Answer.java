package dev.assay.readiness.source;

import dev.assay.http.problem.CommonProblem;
import dev.assay.http.problem.ExceptionMappers;
import dev.assay.http.problem.ProblemException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** One question to another service, under way; it ends as a value or as a problem in time. */
record Answer<T>(String service, Future<T> pending) {

  private static final Logger LOG = Logger.getLogger(Answer.class);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  /** The value, or the problem that the caller of this service gets instead. */
  T within(RequestDeadline deadline) {
    try {
      return pending.get(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException failed) {
      throw problemOf(failed.getCause() == null ? failed : failed.getCause());
    } catch (TimeoutException late) {
      pending.cancel(true);
      throw silent("no answer in time");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw silent("interrupted");
    }
  }

  private ProblemException problemOf(Throwable cause) {
    if (!(cause instanceof WebApplicationException answered)) {
      // The message could quote the answer, and with it names.
      return silent(rootOf(cause).getClass().getSimpleName());
    }
    int status = answered.getResponse().getStatus();
    return switch (status) {
      case 401 -> ExceptionMappers.unauthenticated();
      case 403 ->
          ProblemException.of(
              CommonProblem.FORBIDDEN, "None of your roles here may read what this view shows.");
      case 404 -> ProblemException.notFound();
      default -> silent("status " + status);
    };
  }

  private static Throwable rootOf(Throwable thrown) {
    Throwable cause = thrown.getCause();
    return cause == null ? thrown : rootOf(cause);
  }

  private ProblemException silent(String reason) {
    LOG.warnf("%s gave no usable answer: %s", service, reason);
    return ProblemException.unavailable(service + " service", RETRY_AFTER);
  }
}
