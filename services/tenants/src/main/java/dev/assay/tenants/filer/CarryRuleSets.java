package dev.assay.tenants.filer;

import dev.assay.audit.AuditActor;
import dev.assay.audit.AuditTrail;
import dev.assay.tenancy.scope.Scopes;
import dev.assay.tenancy.scope.TenantScope;
import dev.assay.tenants.client.ClientStanding;
import dev.assay.tenants.directory.ClientPlaces;
import dev.assay.tenants.filer.rule.RuleSets;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Carries an adopted rule set to the derived status of every client that has one, one client a
 * transaction. Who stops halfway begins again; two replicas at once do the same twice.
 */
@ApplicationScoped
class CarryRuleSets {

  private static final Logger LOG = Logger.getLogger(CarryRuleSets.class);
  private static final AuditActor CARRIER = AuditActor.system("filer-rule-sets");
  private static final int AT_ONCE = 500;

  private final Scopes scopes;
  private final RuleSets ruleSets;
  private final ClientPlaces places;
  private final ClientStanding client;
  private final DerivedStatus derived;
  private final AuditTrail audit;
  private final Clock clock;

  CarryRuleSets(
      Scopes scopes,
      RuleSets ruleSets,
      ClientPlaces places,
      ClientStanding client,
      DerivedStatus derived,
      AuditTrail audit,
      Clock clock) {
    this.scopes = scopes;
    this.ruleSets = ruleSets;
    this.places = places;
    this.client = client;
    this.derived = derived;
    this.audit = audit;
    this.clock = clock;
  }

  @Scheduled(
      every = "{assay.filer.carry-rule-sets-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void round() {
    try {
      carry();
    } catch (RuntimeException down) {
      LOG.warnf("Adopted filer rules are not carried to all clients yet: %s", down.getMessage());
    }
  }

  /** Brings every client with a profile up to date if any adopted rule set is new. */
  void carry() {
    List<UUID> adopted = scopes.inTransaction(new TenantScope.Platform(), ruleSets::notCarried);
    if (adopted.isEmpty()) {
      return;
    }
    UUID last = new UUID(0, 0);
    for (List<TenantScope.Client> some = places.withFilerProfile(last, AT_ONCE);
        !some.isEmpty();
        some = places.withFilerProfile(last, AT_ONCE)) {
      for (TenantScope.Client place : some) {
        scopes.runInTransaction(place, this::renew);
      }
      last = some.getLast().clientId();
    }
    scopes.runInTransaction(
        new TenantScope.Platform(), () -> ruleSets.carried(adopted, clock.instant()));
  }

  private void renew() {
    client.lock();
    derived
        .renew()
        .ifPresent(status -> audit.record(DerivedStatus.event(client.id(), status), CARRIER));
  }
}
