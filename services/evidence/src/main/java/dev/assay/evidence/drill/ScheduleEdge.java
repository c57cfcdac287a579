package dev.assay.evidence.drill;

import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.http.page.Page;
import dev.assay.http.page.PageRequest;
import dev.assay.http.problem.CommonProblem;
import dev.assay.http.problem.ProblemException;
import dev.assay.http.version.EntityTag;
import dev.assay.tenancy.grant.Caller;
import dev.assay.tenancy.scope.Scopes;
import dev.assay.tenancy.scope.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What callers do with the schedule of the owner in whose scope they are, and what comes of it. */
@ApplicationScoped
class ScheduleEdge {

  private final Schedules schedules;
  private final Signals signals;
  private final DrillWork queue;
  private final Scopes scopes;
  private final Caller caller;
  private final AuditTrail audit;
  private final Clock clock;

  ScheduleEdge(
      Schedules schedules,
      Signals signals,
      DrillWork queue,
      Scopes scopes,
      Caller caller,
      AuditTrail audit,
      Clock clock) {
    this.schedules = schedules;
    this.signals = signals;
    this.queue = queue;
    this.scopes = scopes;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  Response read() {
    List<Schedule> history = schedules.history();
    return answer(
        history.isEmpty()
            ? ScheduleResponse.NONE
            : ScheduleResponse.current(history.getLast(), clock.instant()));
  }

  /** Adds a version and has the workers look at it at once. */
  @Transactional(Transactional.TxType.MANDATORY)
  Response set(@Nullable String ifMatch, ScheduleRequest request) {
    List<Schedule> history = schedules.history();
    int current = history.isEmpty() ? 0 : history.getLast().version();
    EntityTag.require(ifMatch, current);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Schedule next = request.version(current + 1, caller.token().subject(), now);
    if (!schedules.add(next)) {
      throw ProblemException.of(
          CommonProblem.STALE_VERSION, "The version you read is no longer the current one.");
    }
    TenantScope.Client owner = scopes.client();
    queue.add(owner, owner.clientId(), DrillWork.Kind.SCHEDULE, now);
    audit.record(
        AuditEvent.of("evidence-drill-schedule.set", "EVIDENCE_DRILL_SCHEDULE", owner.clientId())
            .with("version", next.version())
            .with("active", next.active())
            .with("everyMonths", next.everyMonths())
            .with("sampleSize", next.sampleSize())
            .with("firstOn", next.firstOn())
            .with("daysToFinish", next.daysToFinish()));
    return answer(ScheduleResponse.current(next, now));
  }

  @Transactional(Transactional.TxType.MANDATORY)
  Page<ScheduleResponse> history(@Nullable Integer limit, @Nullable String cursor) {
    var page = PageRequest.of(limit, cursor, "evidence-drill-schedule", scopes.client());
    int before = page.after(Integer::valueOf).orElse(Integer.MAX_VALUE);
    List<Schedule> newest =
        schedules.history().reversed().stream()
            .filter(schedule -> schedule.version() < before)
            .limit(page.fetchSize())
            .toList();
    return Page.of(
        newest, page, schedule -> Integer.toString(schedule.version()), ScheduleResponse::former);
  }

  /**
   * Signals, the oldest first.
   *
   * @param after position of the last one that the caller knows
   */
  @Transactional(Transactional.TxType.MANDATORY)
  Page<Signal> signals(@Nullable String after, @Nullable Integer limit, @Nullable String cursor) {
    var page =
        PageRequest.of(
            limit, cursor, "evidence-drill-signals", scopes.client(), String.valueOf(after));
    Signal.Place known = after == null ? Signal.Place.START : known(after);
    return Page.of(
        signals.page(page.after(Signal.Place::parse).orElse(known), page.fetchSize()),
        page,
        Signal::position,
        signal -> signal);
  }

  private static Signal.Place known(String after) {
    try {
      if (after.indexOf('\0') >= 0) {
        throw new IllegalArgumentException("no position has such a character");
      }
      return Signal.Place.parse(after);
    } catch (IllegalArgumentException
        | IndexOutOfBoundsException
        | java.time.DateTimeException unknown) {
      throw ProblemException.invalid("?after", "Give the position of a signal that you know.");
    }
  }

  private static Response answer(ScheduleResponse schedule) {
    return Response.ok(schedule)
        .header(HttpHeaders.ETAG, new EntityTag(schedule.version()))
        .build();
  }
}
