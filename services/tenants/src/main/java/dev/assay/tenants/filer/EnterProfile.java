package dev.assay.tenants.filer;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.http.version.EntityTag;
import dev.assay.tenancy.grant.Caller;
import dev.assay.tenants.client.ClientStanding;
import dev.assay.tenants.client.FilerStatus;
import dev.assay.tenants.filer.rule.FilerRuleSets;
import dev.assay.tenants.filer.rule.RuleSets;
import dev.assay.tenants.filer.status.FilerStatusAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Enters a year's profile as a new version, and what the last year makes of the client. */
@ApplicationScoped
class EnterProfile {

  private final ClientStanding client;
  private final FilerProfiles profiles;
  private final RuleSets ruleSets;
  private final ProfileAnswers answers;
  private final DerivedStatus derived;
  private final Caller caller;
  private final AuditTrail audit;
  private final Clock clock;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  EnterProfile(
      ClientStanding client,
      FilerProfiles profiles,
      RuleSets ruleSets,
      ProfileAnswers answers,
      DerivedStatus derived,
      Caller caller,
      AuditTrail audit,
      Clock clock) {
    this.client = client;
    this.profiles = profiles;
    this.ruleSets = ruleSets;
    this.answers = answers;
    this.derived = derived;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
  }

  /** The client is locked first: versions follow one another, and so do derived statuses. */
  FilerProfileResponse enter(
      int fiscalYear, @Nullable String ifMatch, FilerProfileRequest request) {
    ClientStanding.Calendar calendar = client.lock();
    ProfileHistory history = profiles.history(fiscalYear);
    EntityTag.require(ifMatch, history.version());
    var year = new FilerYear(fiscalYear, calendar.yearEnd());
    ProfileFlaws.refuse("", request, year, answers.today(calendar));
    FilerRuleSets rules = ruleSets.deciding();
    FilerStatuses.inForceOn(year.end(), rules);
    var version =
        new FilerProfileVersion(
            ids.generate(),
            fiscalYear,
            history.version() + 1,
            request.facts(year),
            caller.token().subject(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    profiles.add(version);
    FilerProfileResponse entered = answers.of(history.with(version), rules, calendar);
    record(version, entered.status());
    derived.renew().ifPresent(this::record);
    return entered;
  }

  private void record(FilerProfileVersion version, FilerStatusAnswer status) {
    audit.record(
        AuditEvent.of("filer-profile.entered", "FILER_PROFILE", version.id)
            .with("fiscalYear", (int) version.fiscalYear)
            .with("version", version.version)
            .with("ruleSet", status.ruleSet())
            .with("filerStatus", status.filerStatus())
            .with("management404a", status.management404a())
            .with("auditor404b", status.auditor404b()));
  }

  private void record(FilerStatus status) {
    audit.record(DerivedStatus.event(client.id(), status));
  }
}
