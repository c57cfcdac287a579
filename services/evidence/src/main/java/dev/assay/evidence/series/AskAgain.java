package dev.assay.evidence.series;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.assay.audit.AuditActor;
import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.evidence.agenda.Agenda;
import dev.assay.evidence.agenda.AgendaKind;
import dev.assay.evidence.agenda.Due;
import dev.assay.evidence.agenda.Rounds;
import dev.assay.evidence.request.DueDate;
import dev.assay.evidence.request.NewRequest;
import dev.assay.evidence.request.RequestLedger;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.Optional;
import java.util.UUID;

/**
 * Raises the requests of series when their day has come at the client's place. Each period is asked
 * for once, by its unique key, whoever else tries.
 */
@ApplicationScoped
class AskAgain {

  private static final AuditActor ACTOR = AuditActor.system("evidence-series");

  /** The rest is left for the next round, so that no transaction grows with a long past. */
  private static final int MOST_AT_ONCE = 20;

  private final Rounds rounds;
  private final Agenda agenda;
  private final SeriesBook book;
  private final RequestLedger ledger;
  private final AuditTrail audit;
  private final Clock clock;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  AskAgain(
      Rounds rounds,
      Agenda agenda,
      SeriesBook book,
      RequestLedger ledger,
      AuditTrail audit,
      Clock clock) {
    this.rounds = rounds;
    this.agenda = agenda;
    this.book = book;
    this.ledger = ledger;
    this.audit = audit;
    this.clock = clock;
  }

  @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void round() {
    rounds.run(AgendaKind.SERIES, this::ask);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void ask(Due due) {
    Optional<Series> found = book.find(due.subject());
    if (found.isEmpty()) {
      agenda.done(due);
      return;
    }
    Series series = found.get();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Iterator<Schedule.Ask> asks =
        series.schedule().asks(book.askedUntil(series.id()).orElse(null)).iterator();
    for (int raised = 0; asks.hasNext(); raised++) {
      Schedule.Ask next = asks.next();
      Instant at = Schedule.raisedAt(next, series.zone());
      if (at.isAfter(now) || raised == MOST_AT_ONCE) {
        agenda.again(due, at.isAfter(now) ? at : now);
        return;
      }
      raise(series, next, now);
    }
    agenda.done(due);
  }

  private void raise(Series series, Schedule.Ask ask, Instant now) {
    UUID id = ids.generate();
    boolean raised =
        ledger.raise(
            new NewRequest(
                id,
                series.id(),
                null,
                new NewRequest.Question(series.controlId(), series.title(), series.asked()),
                ask.period().periodFrom(),
                ask.period().periodTo(),
                series.assigneePersonId(),
                new DueDate(ask.dueOn(), series.zone()),
                ACTOR.subject(),
                null,
                now));
    if (raised) {
      audit.record(
          AuditEvent.of("evidence-request.raised", "EVIDENCE_REQUEST", id)
              .with("seriesId", series.id())
              .with("controlId", series.controlId())
              .with("periodFrom", ask.period().periodFrom())
              .with("periodTo", ask.period().periodTo())
              .with("assigneePersonId", series.assigneePersonId())
              .with("dueOn", ask.dueOn()),
          ACTOR);
    }
  }
}
