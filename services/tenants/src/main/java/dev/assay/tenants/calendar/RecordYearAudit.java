package dev.assay.tenants.calendar;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.http.problem.FieldError;
import dev.assay.http.problem.ProblemException;
import dev.assay.http.version.EntityTag;
import dev.assay.tenancy.grant.Caller;
import dev.assay.tenants.calendar.year.FiscalYear;
import dev.assay.tenants.calendar.year.FiscalYearLabel;
import dev.assay.tenants.client.ClientYearEnd;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records when the audit of a fiscal year concluded; what was recorded before stays readable. */
@ApplicationScoped
class RecordYearAudit {

  private final ClientYearEnd clients;
  private final CalendarRules rules;
  private final YearAudits audits;
  private final Caller caller;
  private final AuditTrail trail;
  private final Clock clock;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  RecordYearAudit(
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

  /** Holds the client meanwhile, so that no change of year end takes the year away. */
  FiscalYearLabel record(
      UUID clientId, String label, @Nullable String ifMatch, YearAuditRequest request) {
    ClientYearEnd.Standing client = clients.lock(clientId);
    FiscalYear year = KnownYears.find(rules.history(client), label);
    List<YearAudit> recorded = audits.of(year.label());
    EntityTag.require(ifMatch, recorded.size());
    requireSense(year, recorded, request, client);
    var audit =
        new YearAudit(
            ids.generate(),
            year.label(),
            recorded.size() + 1,
            request,
            caller.token().subject(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    audits.persistAndFlush(audit);
    trail.record(
        AuditEvent.of("fiscal-year.audit-recorded", "CLIENT", clientId)
            .with("fiscalYear", audit.fiscalYear)
            .with("version", audit.number)
            .with("auditConcludedOn", audit.auditConcludedOn)
            .with("reAuditedOn", audit.reAuditedOn));
    return year.label();
  }

  private void requireSense(
      FiscalYear year,
      List<YearAudit> recorded,
      YearAuditRequest request,
      ClientYearEnd.Standing client) {
    if (recorded.isEmpty() && request.auditConcludedOn() == null) {
      throw ProblemException.invalid(
          "/auditConcludedOn", "Nothing is recorded that could be taken back.");
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), client.zone());
    request.flaw(year, today).ifPresent(RecordYearAudit::refuse);
  }

  private static void refuse(FieldError flaw) {
    throw ProblemException.invalid(flaw.pointer(), flaw.detail());
  }
}
