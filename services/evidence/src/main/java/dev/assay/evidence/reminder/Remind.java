package dev.assay.evidence.reminder;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.assay.audit.AuditActor;
import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.evidence.agenda.Agenda;
import dev.assay.evidence.agenda.AgendaKind;
import dev.assay.evidence.agenda.Due;
import dev.assay.evidence.agenda.Rounds;
import dev.assay.evidence.request.StandingRequest;
import dev.assay.evidence.request.StandingRequests;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Writes the reminders of requests that await their assignee, each once. */
@ApplicationScoped
class Remind {

  private static final AuditActor ACTOR = AuditActor.system("evidence-reminder");

  private final Rounds rounds;
  private final Agenda agenda;
  private final StandingRequests requests;
  private final Reminders reminders;
  private final ReminderRules rules;
  private final AuditTrail audit;
  private final Clock clock;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  Remind(
      Rounds rounds,
      Agenda agenda,
      StandingRequests requests,
      Reminders reminders,
      ReminderRules rules,
      AuditTrail audit,
      Clock clock) {
    this.rounds = rounds;
    this.agenda = agenda;
    this.requests = requests;
    this.reminders = reminders;
    this.rules = rules;
    this.audit = audit;
    this.clock = clock;
  }

  @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void round() {
    rounds.run(AgendaKind.REMIND, this::remind);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void remind(Due due) {
    Optional<StandingRequest> found = requests.lock(due.subject());
    if (found.isEmpty() || !found.get().state().awaitsAssignee()) {
      agenda.done(due);
      return;
    }
    StandingRequest request = found.get();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    ZoneId zone = ZoneId.of(request.timeZone());
    ReminderRule rule = rules.on(LocalDate.ofInstant(now, zone));
    rule.due(request.dueOn(), zone, reminders.setAt(request.id(), request.terms()), now)
        .ifPresent(moment -> write(request, moment, rule, now));
    rule.next(request.dueOn(), zone, now)
        .ifPresentOrElse(at -> agenda.again(due, at), () -> agenda.done(due));
  }

  private void write(
      StandingRequest request, ReminderRule.Moment moment, ReminderRule rule, Instant now) {
    UUID id = ids.generate();
    if (reminders.remind(id, request.id(), moment.offsetDays(), rule.ruleSet(), now)) {
      audit.record(
          AuditEvent.of("evidence-request.reminded", "EVIDENCE_REQUEST", request.id())
              .with("reminderId", id)
              .with("offsetDays", moment.offsetDays())
              .with("ruleSet", rule.ruleSet()),
          ACTOR);
    }
  }
}
