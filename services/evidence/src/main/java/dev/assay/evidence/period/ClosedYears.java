package dev.assay.evidence.period;

import static dev.assay.evidence.EvidenceProblem.PERIOD_CLOSED;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.assay.evidence.period.FiscalYearsApi.Year;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.grant.Caller;
import dev.assay.tenancy.scope.OutsideTransactions;
import dev.assay.tenancy.scope.Scopes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Asks {@code tenants}, with the caller's own token, which years are closed: those whose audit has
 * concluded. Whoever must add to one has the conclusion taken back there first, which is recorded.
 */
@ApplicationScoped
class ClosedYears {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
  private static final int NOT_FOUND = 404;

  private final FiscalYearsApi tenants;
  private final OutsideTransactions outside;
  private final Scopes scopes;
  private final Caller caller;
  private final Clock clock;

  /** As long as grants are remembered: a conclusion bites as soon as a revocation does. */
  private final Cache<Asked, Answer> remembered =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(8)).maximumSize(10_000).build();

  private record Asked(UUID client, int year) {}

  /**
   * What tenants answered.
   *
   * @param at when we asked
   */
  record Answer(List<Year> years, Instant at) {

    Answer {
      years = List.copyOf(years);
    }

    /** The year that has this day. */
    Optional<Year> yearOf(LocalDate day) {
      return years.stream().filter(year -> year.covers(day)).findFirst();
    }
  }

  ClosedYears(
      @RestClient FiscalYearsApi tenants,
      OutsideTransactions outside,
      Scopes scopes,
      Caller caller,
      Clock clock) {
    this.tenants = tenants;
    this.outside = outside;
    this.scopes = scopes;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Refuses evidence whose period ends in a closed year of the client in scope.
   *
   * @throws ProblemException 409 when the year is closed; 503 when tenants does not say
   */
  void requireOpen(LocalDate periodEnd) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    for (Year year : around(periodEnd).years()) {
      if (year.isClosedFor(periodEnd, today)) {
        throw ProblemException.of(
            PERIOD_CLOSED,
            "The audit of fiscal year %s concluded on %s."
                .formatted(year.label(), year.auditConcludedOn()));
      }
    }
  }

  /**
   * The fiscal years of the client in scope around a day.
   *
   * @throws ProblemException 503 when tenants does not say
   */
  Answer around(LocalDate day) {
    var asked = new Asked(scopes.client().clientId(), day.getYear());
    Answer known = remembered.getIfPresent(asked);
    if (known == null) {
      Instant now = clock.instant();
      known = new Answer(ask(asked), now);
      remembered.put(asked, known);
    }
    return known;
  }

  /** A fiscal year ends in the calendar year of its number or in the ones beside it. */
  private List<Year> ask(Asked asked) {
    outside.require("tenants");
    try {
      return tenants
          .years(
              "Bearer " + caller.token().raw(), asked.client(), asked.year() - 1, asked.year() + 1)
          .items();
    } catch (WebApplicationException answered) {
      if (answered.getResponse().getStatus() == NOT_FOUND) {
        return List.of();
      }
      throw ProblemException.unavailable("tenants service", RETRY_AFTER);
    } catch (ProcessingException silent) {
      throw ProblemException.unavailable("tenants service", RETRY_AFTER);
    }
  }
}
