package dev.assay.tenants.breakglass;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.grant.Caller;
import dev.assay.tenancy.grant.EffectiveGrant;
import dev.assay.tenancy.permission.Permission;
import dev.assay.tenants.TenantsProblem;
import dev.assay.tenants.breakglass.BreakGlassTransition.Step;
import dev.assay.tenants.grant.AccessRules;
import dev.assay.tenants.grant.Authority;
import dev.assay.tenants.grant.GrantPlaceIds;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Breaking the glass, ending it early, and saying that one has seen it: in the client's log. */
@ApplicationScoped
class BreakGlassDecisions {

  private final BrokenGlasses glasses;
  private final Authority authority;
  private final Caller caller;
  private final AuditTrail audit;
  private final Clock clock;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  BreakGlassDecisions(
      BrokenGlasses glasses, Authority authority, Caller caller, AuditTrail audit, Clock clock) {
    this.glasses = glasses;
    this.authority = authority;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
  }

  BreakGlassResponse open(UUID clientId, BreakGlassRequest request) {
    EffectiveGrant operator =
        authority.ofCaller(
            new GrantPlaceIds(caller.grant().mspId(), clientId),
            Permission.BREAK_GLASS_OPEN,
            Authority.Turn.SHARED);
    Instant now = now();
    String subject = caller.token().subject();
    BreakGlassTerms terms =
        BreakGlassTerms.of(request, glasses.lastOf(subject), now, AccessRules.at(now));
    var broken =
        new BreakGlass(
            ids.generate(), operator.mspId(), clientId, subject, operator.personId(), terms);
    glasses.add(broken);
    audit.record(
        event("break-glass.opened", broken)
            .with("validFrom", broken.validFrom)
            .with("validUntil", broken.validUntil)
            .with("ruleSet", broken.ruleSet));
    return BreakGlassResponse.of(new BreakGlassHistory(broken, null, null), now);
  }

  BreakGlassResponse end(UUID id, String reason) {
    Instant now = now();
    BreakGlassHistory history = find(id);
    if (history.statusAt(now) != BreakGlassStatus.IN_FORCE) {
      throw ProblemException.of(
          TenantsProblem.BREAK_GLASS_OVER, "It is " + history.statusAt(now) + ".");
    }
    var end =
        new BreakGlassTransition(
            history.broken(), Step.ENDED, caller.token().subject(), now, reason);
    glasses.add(end);
    audit.record(event("break-glass.ended", history.broken()));
    return BreakGlassResponse.of(
        new BreakGlassHistory(history.broken(), end, history.acknowledgement()), now);
  }

  BreakGlassResponse acknowledge(UUID id, String reason) {
    Instant now = now();
    BreakGlassHistory history = find(id);
    if (history.broken().subject.equals(caller.token().subject())) {
      throw ProblemException.of(
          TenantsProblem.GRANT_CONCERNS_CALLER, "It was you who broke the glass.");
    }
    if (history.acknowledgement() != null) {
      throw ProblemException.of(
          TenantsProblem.BREAK_GLASS_ACKNOWLEDGED,
          "It was, at " + history.acknowledgement().decidedAt + ".");
    }
    var seen =
        new BreakGlassTransition(
            history.broken(), Step.ACKNOWLEDGED, caller.token().subject(), now, reason);
    glasses.add(seen);
    audit.record(event("break-glass.acknowledged", history.broken()));
    return BreakGlassResponse.of(new BreakGlassHistory(history.broken(), history.end(), seen), now);
  }

  private BreakGlassHistory find(UUID id) {
    return glasses.find(id).orElseThrow(ProblemException::notFound);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static AuditEvent event(String action, BreakGlass broken) {
    return AuditEvent.of(action, "BREAK_GLASS", broken.id).with("operatorId", broken.personId);
  }
}
