package dev.assay.evidence.series;

import static dev.assay.evidence.EvidenceProblem.SERIES_HAS_ENDED;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.evidence.agenda.Agenda;
import dev.assay.evidence.agenda.AgendaKind;
import dev.assay.http.idempotency.Idempotent;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.grant.Caller;
import dev.assay.tenancy.scope.Scopes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Begins series and ends them; a worker does the asking. */
@ApplicationScoped
class BeginSeries {

  private static final String ENTITY = "EVIDENCE_SERIES";

  private final SeriesBook book;
  private final Agenda agenda;
  private final Scopes scopes;
  private final AuditTrail audit;
  private final Caller caller;
  private final Clock clock;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  BeginSeries(
      SeriesBook book, Agenda agenda, Scopes scopes, AuditTrail audit, Caller caller, Clock clock) {
    this.book = book;
    this.agenda = agenda;
    this.scopes = scopes;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  @Transactional
  @Idempotent
  Response beginEvidenceSeries(UUID clientId, SeriesBody body, Schedule schedule, ZoneId zone) {
    Instant now = now();
    var series =
        new Series(
            ids.generate(),
            body.controlId(),
            body.title(),
            body.asked(),
            body.assigneePersonId(),
            body.rhythm(),
            schedule.first(),
            schedule.given(),
            body.dueAfterDays(),
            body.aheadDays(),
            zone,
            caller.token().subject(),
            caller.grant().personId(),
            now,
            null);
    book.begin(series);
    agenda.add(scopes.client(), series.id(), AgendaKind.SERIES, now);
    audit.record(
        AuditEvent.of("evidence-series.begun", ENTITY, series.id())
            .with("controlId", series.controlId())
            .with("rhythm", series.rhythm())
            .with("firstFrom", series.firstFrom())
            .with("assigneePersonId", series.assigneePersonId()));
    return Response.created(
            UriBuilder.fromPath("/v1/clients/{client}/evidence-series/{id}")
                .build(clientId, series.id()))
        .entity(SeriesResponse.of(series))
        .build();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  Series end(UUID id, EndBody body) {
    if (book.find(id).isEmpty()) {
      throw ProblemException.notFound();
    }
    var end =
        new Series.End(
            body.lastDay(),
            body.reason(),
            caller.token().subject(),
            caller.grant().personId(),
            now());
    if (!book.end(id, end)) {
      throw ProblemException.of(SERIES_HAS_ENDED, "It was ended before; its end stays.");
    }
    audit.record(
        AuditEvent.of("evidence-series.ended", ENTITY, id).with("lastDay", body.lastDay()));
    return book.find(id).orElseThrow();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
