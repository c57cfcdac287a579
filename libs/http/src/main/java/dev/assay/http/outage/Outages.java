package dev.assay.http.outage;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Tells an outage of a dependency from an error of ours, by the causes of an exception. */
public final class Outages {

  /** PostgreSQL classes that mean "not now": connection, resources, operator intervention. */
  private static final Set<String> SQL_STATE_CLASSES = Set.of("08", "53", "57", "58");

  private Outages() {}

  /**
   * A part that does not answer.
   *
   * @param part what it is, in a reader's words
   * @param reason the exception's class, for the log
   * @param retryAfter when to try again
   */
  public record Outage(String part, String reason, Duration retryAfter) {}

  /** The outage behind this exception, if there is one. */
  public static Optional<Outage> in(Throwable thrown) {
    Set<Throwable> seen = new HashSet<>();
    for (Throwable at = thrown; at != null && seen.add(at); at = at.getCause()) {
      Optional<Outage> found = one(at);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Outage> one(Throwable at) {
    if (at instanceof SQLException sql) {
      return isOutage(sql) ? outage("database", at) : Optional.empty();
    }
    String name = at.getClass().getName();
    if (name.startsWith("io.quarkus.oidc.")) {
      return isOidcOutage(at) ? outage("sign-in service", at) : Optional.empty();
    }
    if (name.startsWith("software.amazon.awssdk.core.exception.SdkClientException")
        || name.startsWith("software.amazon.awssdk.core.exception.ApiCall")) {
      return outage("object store", at);
    }
    if (at instanceof ConnectException
        || at instanceof SocketTimeoutException
        || at instanceof UnknownHostException
        || at instanceof TimeoutException
        || name.equals("io.vertx.core.http.HttpClosedException")
        || name.equals("io.netty.channel.ConnectTimeoutException")) {
      return outage("service behind this one", at);
    }
    return Optional.empty();
  }

  private static boolean isOutage(SQLException sql) {
    if (sql instanceof SQLTransientException
        || sql instanceof SQLRecoverableException
        || wasGivenUpWhileConnecting(sql)) {
      return true;
    }
    String state = sql.getSQLState();
    if (state == null) {
      // Agroal reports a pool that cannot give a connection in time without a state.
      return String.valueOf(sql.getMessage())
          .toLowerCase(Locale.ROOT)
          .contains("acquisition timeout");
    }
    return SQL_STATE_CLASSES.contains(state.substring(0, 2));
  }

  /** The pool interrupts a connection that takes too long; the driver calls that unexpected. */
  private static boolean wasGivenUpWhileConnecting(SQLException sql) {
    Throwable cause = sql.getCause();
    return cause instanceof InterruptedException
        || (cause != null && String.valueOf(cause.getMessage()).startsWith("Interrupted while"));
  }

  private static boolean isOidcOutage(Throwable at) {
    String message = String.valueOf(at.getMessage());
    return message.contains("not available")
        || message.contains("could not be created")
        || message.contains("JsonWebKeySet")
        || message.contains("not ready");
  }

  private static Optional<Outage> outage(String part, Throwable at) {
    return Optional.of(new Outage(part, at.getClass().getSimpleName(), Duration.ofSeconds(1)));
  }
}
