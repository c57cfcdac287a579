package dev.assay.evidence.auditpackage;

import static dev.assay.evidence.EvidenceProblem.BYTE_QUOTA_REACHED;
import static dev.assay.evidence.EvidenceProblem.PACKAGE_TOO_LARGE;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.evidence.store.EvidenceStore;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.scope.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.Session;

/** Enters a package to be built, if there is room for it: it cannot be deleted before its date. */
@ApplicationScoped
class AskForPackage {

  /** Those not yet announced count as what their files will come to. */
  private static final String TAKEN =
      """
      select coalesce(sum(coalesce(size_bytes, bytes_total, 0)), 0)
      from audit_package_current where state <> 'FAILED'
      """;

  private final PackageLedger ledger;
  private final PackageWork queue;
  private final PackageContents contents;
  private final PackageLimits limits;
  private final EvidenceStore store;
  private final AuditTrail audit;
  private final Session session;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  AskForPackage(
      PackageLedger ledger,
      PackageWork queue,
      PackageContents contents,
      PackageLimits limits,
      EvidenceStore store,
      AuditTrail audit,
      Session session) {
    this.ledger = ledger;
    this.queue = queue;
    this.contents = contents;
    this.limits = limits;
    this.store = store;
    this.audit = audit;
    this.session = session;
  }

  /**
   * Asks for a package.
   *
   * @throws ProblemException 422 when it would be too large, 409 when the client's quota for
   *     packages is used up
   */
  @Transactional(Transactional.TxType.MANDATORY)
  AuditPackageResponse ask(TenantScope.Client client, PackageScope scope, String by, Instant now) {
    PackageTotals totals = contents.totals(scope);
    requireRoom(totals);
    UUID id = ids.generate();
    ledger.ask(id, scope, store.bucket(), by, now);
    ledger.progress(id, new PackageProgress(0, totals.files(), 0, totals.bytes()));
    Duration young = Duration.between(scope.knownAt(), now);
    Duration wait = limits.settle().minus(young);
    queue.add(client, id, wait.isNegative() ? Duration.ZERO : wait);
    audit.record(
        AuditEvent.of("audit-package.asked", "AUDIT_PACKAGE", id)
            .with("periodFrom", scope.from())
            .with("periodTo", scope.to())
            .with("knownAt", scope.knownAt()));
    return AuditPackageResponse.asked(id, scope, by, now);
  }

  private void requireRoom(PackageTotals totals) {
    if (totals.files() > limits.mostFiles() || totals.bytes() > limits.mostBytes()) {
      throw ProblemException.of(
          PACKAGE_TOO_LARGE,
          "It would hold %d files of %d bytes in all; %d of %d fit."
              .formatted(totals.files(), totals.bytes(), limits.mostFiles(), limits.mostBytes()));
    }
    long taken = session.createNativeQuery(TAKEN, Long.class).getSingleResult();
    if (taken + totals.bytes() > limits.clientQuotaBytes()) {
      throw ProblemException.of(
          BYTE_QUOTA_REACHED,
          "With this package the client's packages would take more than %d bytes."
              .formatted(limits.clientQuotaBytes()));
    }
  }
}
