package dev.assay.evidence.request;

import dev.assay.evidence.agenda.Agenda;
import dev.assay.evidence.agenda.AgendaKind;
import dev.assay.tenancy.scope.Scopes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Adds requests and the steps of their way; what was written once stays. */
@ApplicationScoped
public class RequestLedger {

  /** One statement, so that nothing of a period that was asked for before is written again. */
  private static final String RAISE =
      """
      with asked as (
        insert into evidence_request (id, series_id, control_test_id, control_id, title, asked,
                                      period_from, period_to, time_zone, raised_by, raised_at)
        values (:id, :series, :test, :control, :title, :asked, :from, :to, :zone, :by, :at)
        on conflict (client_id, series_id, period_from) do nothing
        returning id),
      opened as (
        insert into evidence_request_transition
          (request_id, step, state, by_subject, by_person_id, at)
        select id, 0, 'OPEN', :by, :person, :at from asked),
      terms as (
        insert into evidence_request_terms
          (request_id, version, assignee_person_id, due_on, set_by, set_at)
        select id, 1, :assignee, :dueOn, :by, :at from asked)
      insert into evidence_request_standing
        (request_id, step, state, terms, assignee_person_id, due_on, due_until)
      select id, 0, 'OPEN', 1, :assignee, :dueOn, :dueUntil from asked
      """;

  private static final String STEP =
      """
      with moved as (
        insert into evidence_request_transition
          (request_id, step, state, previous_step, previous, previous_by, by_subject, by_person_id,
           at, reason)
        select p.request_id, p.step + 1, :state, p.step, p.state, p.by_person_id, :by, :person,
               :at, :reason
        from evidence_request_transition p where p.request_id = :id and p.step = :step
        returning request_id, step, state)
      update evidence_request_standing s set step = m.step, state = m.state
      from moved m where s.request_id = m.request_id
      """;

  private static final String GIVE =
      """
      insert into evidence_request_item (request_id, step, evidence_id)
      select :id, :step, evidence_id from unnest(cast(:evidence as uuid[])) evidence_id
      """;

  private static final String SET_TERMS =
      """
      with changed as (
        insert into evidence_request_terms
          (request_id, version, assignee_person_id, due_on, reason, set_by, set_at)
        values (:id, :version, :assignee, :dueOn, :reason, :by, :at)
        returning request_id, version, assignee_person_id, due_on)
      update evidence_request_standing s
      set terms = c.version, assignee_person_id = c.assignee_person_id, due_on = c.due_on,
          due_until = :dueUntil
      from changed c where s.request_id = c.request_id
      """;

  private final Session session;
  private final Agenda agenda;
  private final Scopes scopes;

  RequestLedger(Session session, Agenda agenda, Scopes scopes) {
    this.session = session;
    this.agenda = agenda;
    this.scopes = scopes;
  }

  /** Who takes a step, and when. */
  record By(String subject, UUID personId, Instant at) {}

  /**
   * Raises a request, which is then put on the agenda of reminders.
   *
   * @return false when its series had asked for the period before
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean raise(NewRequest request) {
    int written =
        session
            .createNativeMutationQuery(RAISE)
            .setParameter("id", request.id())
            .setParameter("series", request.seriesId(), UUID.class)
            .setParameter("test", request.controlTestId(), UUID.class)
            .setParameter("control", request.question().controlId())
            .setParameter("title", request.question().title())
            .setParameter("asked", request.question().asked())
            .setParameter("from", request.periodFrom())
            .setParameter("to", request.periodTo())
            .setParameter("zone", request.due().zone().getId())
            .setParameter("by", request.raisedBy())
            .setParameter("person", request.raisedByPersonId(), UUID.class)
            .setParameter("at", request.raisedAt())
            .setParameter("assignee", request.assigneePersonId())
            .setParameter("dueOn", request.due().on())
            .setParameter("dueUntil", request.due().until())
            .executeUpdate();
    if (written == 1) {
      remind(request.id(), request.raisedAt());
    }
    return written == 1;
  }

  /** Takes one step from where the locked request stands. */
  @Transactional(Transactional.TxType.MANDATORY)
  void step(StandingRequest from, RequestState to, @Nullable String reason, By by) {
    if (!from.state().mayBecome(to)) {
      throw new IllegalArgumentException(from.state() + " cannot become " + to);
    }
    session
        .createNativeMutationQuery(STEP)
        .setParameter("id", from.id())
        .setParameter("step", from.step())
        .setParameter("state", to.name())
        .setParameter("by", by.subject())
        .setParameter("person", by.personId())
        .setParameter("at", by.at())
        .setParameter("reason", reason, String.class)
        .executeUpdate();
    if (to.awaitsAssignee()) {
      remind(from.id(), by.at());
    } else {
      agenda.withdraw(scopes.client(), from.id());
    }
  }

  /** Attaches evidence to the submission that {@link #step} has just made. */
  @Transactional(Transactional.TxType.MANDATORY)
  void give(StandingRequest before, List<UUID> evidence) {
    session
        .createNativeMutationQuery(GIVE)
        .setParameter("id", before.id())
        .setParameter("step", before.step() + 1)
        .setParameter("evidence", evidence.toArray(UUID[]::new))
        .executeUpdate();
  }

  /** Sets who is to answer the locked request until when. */
  @Transactional(Transactional.TxType.MANDATORY)
  void setTerms(StandingRequest of, UUID assignee, DueDate due, String reason, By by) {
    session
        .createNativeMutationQuery(SET_TERMS)
        .setParameter("id", of.id())
        .setParameter("version", of.terms() + 1)
        .setParameter("assignee", assignee)
        .setParameter("dueOn", due.on())
        .setParameter("dueUntil", due.until())
        .setParameter("reason", reason)
        .setParameter("by", by.subject())
        .setParameter("at", by.at())
        .executeUpdate();
    if (of.state().awaitsAssignee()) {
      remind(of.id(), by.at());
    }
  }

  private void remind(UUID request, Instant now) {
    agenda.add(scopes.client(), request, AgendaKind.REMIND, now);
  }
}
