package dev.assay.evidence.place;

import dev.assay.http.problem.ExceptionMappers;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.grant.Caller;
import dev.assay.tenancy.scope.OutsideTransactions;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Asks {@code tenants} where a client's days begin, and who is known there. */
@ApplicationScoped
public class ClientPlaces {

  private static final Logger LOG = Logger.getLogger(ClientPlaces.class);
  private static final String SERVICE = "tenants service";
  private static final int LONGEST_PAGE = 200;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  /** Callers are promised an answer within two seconds; the grant was asked for before. */
  private static final Duration PATIENCE = Duration.ofMillis(1300);

  private final TenantsApi tenants;
  private final OutsideTransactions outside;
  private final Caller caller;
  private final ExecutorService threads;

  ClientPlaces(
      @RestClient TenantsApi tenants,
      OutsideTransactions outside,
      Caller caller,
      @VirtualThreads ExecutorService threads) {
    this.tenants = tenants;
    this.outside = outside;
    this.caller = caller;
    this.threads = threads;
  }

  /**
   * The time zone in which the client's dates are read.
   *
   * @throws ProblemException 503 when tenants gives no usable answer in time
   */
  public ZoneId zone(UUID client) {
    String bearer = bearer();
    return by(System.nanoTime(), threads.submit(() -> zone(bearer, client)));
  }

  /**
   * The client's time zone, once tenants has said that this person is known there.
   *
   * @param pointer the field that named the person
   * @throws ProblemException 400 when nobody at the client or its MSP has the id; 503 as above
   */
  public ZoneId zoneWith(UUID client, UUID person, String pointer) {
    String bearer = bearer();
    long asked = System.nanoTime();
    Future<ZoneId> zone = threads.submit(() -> zone(bearer, client));
    Future<Boolean> known = threads.submit(() -> knows(bearer, client, person));
    if (!by(asked, known)) {
      throw ProblemException.invalid(pointer, "Nobody at this client or its MSP has this id.");
    }
    return by(asked, zone);
  }

  private ZoneId zone(String bearer, UUID client) {
    return ZoneId.of(tenants.client(bearer, client).timeZone());
  }

  private boolean knows(String bearer, UUID client, UUID person) {
    @Nullable String cursor = null;
    do {
      var page = tenants.people(bearer, client, LONGEST_PAGE, cursor);
      if (page.items().stream().anyMatch(known -> known.id().equals(person))) {
        return true;
      }
      cursor = page.nextCursor();
    } while (cursor != null && !Thread.currentThread().isInterrupted());
    return false;
  }

  private String bearer() {
    outside.require("tenants");
    return "Bearer " + caller.token().raw();
  }

  private static <T> T by(long asked, Future<T> answer) {
    try {
      long left = PATIENCE.toNanos() - (System.nanoTime() - asked);
      return answer.get(Math.max(0, left), TimeUnit.NANOSECONDS);
    } catch (ExecutionException failed) {
      throw problem(failed.getCause());
    } catch (TimeoutException late) {
      answer.cancel(true);
      throw silent("no answer in time");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw silent("interrupted");
    }
  }

  private static ProblemException problem(@Nullable Throwable cause) {
    if (cause instanceof WebApplicationException answered) {
      int status = answered.getResponse().getStatus();
      return switch (status) {
        case 404 -> ProblemException.notFound();
        case 401 -> ExceptionMappers.unauthenticated();
        default -> silent("status " + status);
      };
    }
    return silent(
        cause instanceof DateTimeException ? "an unknown time zone" : String.valueOf(cause));
  }

  private static ProblemException silent(String reason) {
    LOG.warnf("tenants gave no usable answer: %s", reason);
    return ProblemException.unavailable(SERVICE, RETRY_AFTER);
  }
}
