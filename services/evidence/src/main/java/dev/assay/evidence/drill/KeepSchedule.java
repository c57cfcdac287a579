package dev.assay.evidence.drill;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.assay.audit.AuditActor;
import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * Begins what the schedule asks for, when its day has come: once, by its unique key, whoever else
 * tries. What is past its due time is missed and no longer begun.
 */
@ApplicationScoped
class KeepSchedule {

  private static final AuditActor ACTOR = AuditActor.system("drill-schedule");

  private final Schedules schedules;
  private final DrillLedger ledger;
  private final DrillWork queue;
  private final DrillSettings settings;
  private final Seeds seeds;
  private final AuditTrail audit;
  private final Clock clock;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  KeepSchedule(
      Schedules schedules,
      DrillLedger ledger,
      DrillWork queue,
      DrillSettings settings,
      Seeds seeds,
      AuditTrail audit,
      Clock clock) {
    this.schedules = schedules;
    this.ledger = ledger;
    this.queue = queue;
    this.settings = settings;
    this.seeds = seeds;
    this.audit = audit;
    this.clock = clock;
  }

  /** Begins what is to be begun by now, and comes back when the next drill is. */
  @Transactional(Transactional.TxType.MANDATORY)
  void run(DrillWork.Taken work) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    List<Schedule> history = schedules.history();
    for (Schedule.Ask ask : Schedule.asks(history, today)) {
      if (ask.due().dueAt().isAfter(now)) {
        begin(work, ask, now);
      }
    }
    history
        .getLast()
        .nextAfter(today)
        .ifPresentOrElse(
            next ->
                queue.again(work, next.due().beginsOn().atStartOfDay().toInstant(ZoneOffset.UTC)),
            () -> queue.done(work));
  }

  private void begin(DrillWork.Taken work, Schedule.Ask ask, Instant now) {
    UUID id = ids.generate();
    String seed = seeds.fresh();
    var drill =
        new NewDrill(
            id,
            ask.sampleSize(),
            seed,
            new DrillScope(null, null, null, now),
            ACTOR.subject(),
            now,
            ask.due());
    if (ledger.ask(drill)) {
      queue.add(work.client(), id, DrillWork.Kind.DRILL, now.plus(settings.settle()));
      audit.record(
          AuditEvent.of("evidence-drill.asked", "EVIDENCE_DRILL", id)
              .with("sampleSize", ask.sampleSize())
              .with("seed", seed)
              .with("scheduleVersion", ask.version())
              .with("beginsOn", ask.due().beginsOn())
              .with("dueAt", ask.due().dueAt()),
          ACTOR);
    }
  }
}
