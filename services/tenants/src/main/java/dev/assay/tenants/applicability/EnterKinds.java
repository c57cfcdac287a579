package dev.assay.tenants.applicability;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.http.problem.CommonProblem;
import dev.assay.http.problem.FieldError;
import dev.assay.http.problem.ProblemException;
import dev.assay.http.version.EntityTag;
import dev.assay.tenancy.grant.Caller;
import dev.assay.tenants.client.ClientStanding;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Enters what a client is and was as a new version. */
@ApplicationScoped
class EnterKinds {

  private final ClientStanding client;
  private final EntityKinds kinds;
  private final Caller caller;
  private final AuditTrail audit;
  private final Clock clock;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  EnterKinds(
      ClientStanding client, EntityKinds kinds, Caller caller, AuditTrail audit, Clock clock) {
    this.client = client;
    this.kinds = kinds;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
  }

  /** The client is locked first, so that versions follow one another. */
  EntityKinds.Latest enter(@Nullable String ifMatch, EntityKindsRequest request) {
    client.lock();
    EntityKinds.Latest before = kinds.latest();
    EntityTag.require(ifMatch, before.number());
    List<FieldError> flaws = EntityKindsFlaws.of(request.kinds());
    if (!flaws.isEmpty()) {
      throw ProblemException.of(
          CommonProblem.INVALID_REQUEST, "No client is all of this at once.", flaws);
    }
    List<EntityKindPeriod> periods =
        request.kinds().stream()
            .sorted(
                Comparator.comparing(EntityKindPeriod::from).thenComparing(EntityKindPeriod::kind))
            .toList();
    var version =
        new EntityKindsVersion(
            ids.generate(),
            before.number() + 1,
            request.reason(),
            caller.token().subject(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    kinds.add(
        version,
        periods.stream()
            .map(period -> new EntityKindRow(ids.generate(), version.id, period))
            .toList());
    audit.record(
        AuditEvent.of("entity-kinds.entered", "CLIENT", client.id())
            .with("version", version.version)
            .with(
                "kinds",
                periods.stream()
                    .map(period -> "%s %s/%s".formatted(period.kind(), period.from(), end(period)))
                    .collect(Collectors.joining(", "))));
    return new EntityKinds.Latest(version, periods);
  }

  private static String end(EntityKindPeriod period) {
    return period.to() == null ? ".." : period.to().toString();
  }
}
