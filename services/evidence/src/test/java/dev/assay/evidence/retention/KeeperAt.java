package dev.assay.evidence.retention;

import dev.assay.audit.AuditTrail;
import dev.assay.evidence.hold.Holds;
import dev.assay.evidence.lock.LockDue;
import dev.assay.evidence.lock.LockLedger;
import dev.assay.evidence.lock.LockQueue;
import dev.assay.evidence.period.KnownAudits;
import dev.assay.evidence.store.EvidenceStore;
import dev.assay.tenancy.scope.Scopes;
import dev.assay.tenancy.scope.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import org.hibernate.Session;

/** Another replica's lock keeper, at any moment of time. */
@ApplicationScoped
public class KeeperAt {

  private final Scopes scopes;
  private final LockQueue queue;
  private final LockLedger ledger;
  private final EvidenceStore store;
  private final AuditTrail audit;
  private final Session session;
  private final Holds holds;
  private final KnownAudits audits;
  private final RetentionPolicies policies;
  private final RetentionLaw law;

  KeeperAt(
      Scopes scopes,
      LockQueue queue,
      LockLedger ledger,
      EvidenceStore store,
      AuditTrail audit,
      Session session,
      Holds holds,
      KnownAudits audits,
      RetentionPolicies policies,
      RetentionLaw law) {
    this.scopes = scopes;
    this.queue = queue;
    this.ledger = ledger;
    this.store = store;
    this.audit = audit;
    this.session = session;
    this.holds = holds;
    this.audits = audits;
    this.policies = policies;
    this.law = law;
  }

  /** Looks at these files as one batch. */
  public void keep(Instant now, TenantScope.Client client, String... files) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    var decisions = new Decisions(session, holds, audits, policies, law, clock);
    new LockKeeper(scopes, queue, ledger, decisions, store, audit, clock, false)
        .keep(
            client,
            Arrays.stream(files)
                .map(file -> new LockDue(client, UUID.fromString(file), UUID.randomUUID(), 1))
                .toList());
  }
}
