package dev.assay.tenants.calendar;

import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.http.problem.ProblemException;
import dev.assay.http.version.EntityTag;
import dev.assay.tenancy.grant.Caller;
import dev.assay.tenants.calendar.year.CalendarSpan;
import dev.assay.tenants.calendar.year.FiscalCalendar;
import dev.assay.tenants.calendar.year.YearEndRule;
import dev.assay.tenants.client.ClientYearEnd;
import dev.assay.tenants.client.FiscalYearEnd;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records changes and corrections of a client's year end, or says what one would do. */
@ApplicationScoped
class YearEndChanges {

  private final ClientYearEnd clients;
  private final CalendarRules rules;
  private final YearAudits audits;
  private final Caller caller;
  private final AuditTrail trail;
  private final Clock clock;

  YearEndChanges(
      ClientYearEnd clients,
      CalendarRules rules,
      YearAudits audits,
      Caller caller,
      AuditTrail trail,
      Clock clock) {
    this.clients = clients;
    this.rules = rules;
    this.audits = audits;
    this.caller = caller;
    this.trail = trail;
    this.clock = clock;
  }

  /** The calendar as it would be. */
  FiscalCalendar preview(UUID clientId, YearEndChangeRequest request) {
    ClientYearEnd.Standing client = clients.read(clientId);
    return accepted(client, rules.history(client), request);
  }

  /** Records the entry, and lets the client be read with the year end that follows from it. */
  void record(UUID clientId, @Nullable String ifMatch, YearEndChangeRequest request) {
    ClientYearEnd.Standing client = clients.lock(clientId);
    CalendarHistory history = rules.history(client);
    EntityTag.require(ifMatch, history.version());
    FiscalCalendar calendar = accepted(client, history, request);
    CalendarEntry entry =
        new CalendarEntry(
            history.version() + 1,
            request.entryKind(),
            request.span(),
            request.reason().strip(),
            caller.token().subject(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    rules.add(history, entry);
    keepTrue(client, calendar);
    trail.record(
        AuditEvent.of("fiscal-calendar.changed", "CLIENT", clientId)
            .with("version", entry.number())
            .with("kind", entry.kind())
            .with("rule", entry.span().rule())
            .with("effectiveFrom", entry.span().from())
            .with("determinedOn", entry.span().determinedOn()));
  }

  private FiscalCalendar accepted(
      ClientYearEnd.Standing client, CalendarHistory history, YearEndChangeRequest request) {
    var decision =
        new ChangeRules(history, audits.concluded(), today(client))
            .decide(request.entryKind(), request.span());
    return switch (decision) {
      case ChangeDecision.Accepted(FiscalCalendar calendar) -> calendar;
      case ChangeDecision.Refused refused ->
          throw ProblemException.of(refused.problem(), refused.detail());
      case ChangeDecision.Invalid(String pointer, String detail) ->
          throw ProblemException.invalid(pointer, detail);
    };
  }

  private void keepTrue(ClientYearEnd.Standing client, FiscalCalendar calendar) {
    LocalDate today = today(client);
    List<CalendarSpan> begun = new ArrayList<>(calendar.spans());
    CalendarSpan last = begun.getLast();
    LocalDate from = last.from();
    if (from == null || last.begunBy(today)) {
      clients.keep(client.id(), nominal(last.rule()));
    } else {
      begun.removeLast();
      clients.keep(client.id(), nominal(begun.getLast().rule()), nominal(last.rule()), from);
    }
  }

  private static ClientYearEnd.Nominal nominal(YearEndRule rule) {
    MonthDay end = rule.nominalEnd();
    return new ClientYearEnd.Nominal(
        new FiscalYearEnd(end.getMonthValue(), end.getDayOfMonth()), rule.weekday().orElse(null));
  }

  private LocalDate today(ClientYearEnd.Standing client) {
    return LocalDate.ofInstant(clock.instant(), client.zone());
  }
}
