package dev.assay.evidence.auditpackage;

import dev.assay.audit.AuditActor;
import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.evidence.file.Sha256;
import dev.assay.evidence.store.EvidenceStore;
import dev.assay.evidence.store.ObjectVersion;
import dev.assay.evidence.store.StoredBytes;
import dev.assay.tenancy.scope.Scopes;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * ASKED → BUILDING → SEALED. It can die anywhere and be done again by anybody: before its bytes are
 * announced nothing is there but parts, and afterwards the object, if there is one, is known by its
 * digest; if there is none, a second build must come to the same.
 */
@ApplicationScoped
class BuildPackage {

  private static final Logger LOG = Logger.getLogger(BuildPackage.class);
  private static final AuditActor ACTOR = AuditActor.system("packager");
  private static final String ENTITY = "AUDIT_PACKAGE";
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final long RENEW_NANOS = Duration.ofSeconds(8).toNanos();
  private static final long TELL_NANOS = Duration.ofSeconds(1).toNanos();
  private static final int PIECE = 256 * 1024;

  private final Scopes scopes;
  private final AuditPackages packages;
  private final PackageLedger ledger;
  private final PackageWork queue;
  private final PackageContents contents;
  private final PackageLimits limits;
  private final EvidenceStore store;
  private final AuditTrail audit;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  BuildPackage(
      Scopes scopes,
      AuditPackages packages,
      PackageLedger ledger,
      PackageWork queue,
      PackageContents contents,
      PackageLimits limits,
      EvidenceStore store,
      AuditTrail audit) {
    this.scopes = scopes;
    this.packages = packages;
    this.ledger = ledger;
    this.queue = queue;
    this.contents = contents;
    this.limits = limits;
    this.store = store;
    this.audit = audit;
  }

  @PreDestroy
  void stop() {
    threads.close();
  }

  /** Takes the package as far as it can go. */
  void run(PackageWork.Taken work) throws IOException {
    AuditPackage asked = begin(work);
    if (asked.state() == PackageState.BUILDING) {
      try {
        ObjectVersion version =
            asked.bytes().isPresent() ? store.find(asked.objectKey()).orElse(null) : null;
        if (version == null) {
          version = build(work, asked);
        }
        seal(work, find(work), version);
      } catch (EvidenceDamaged damaged) {
        fail(work, FailureReason.EVIDENCE_DAMAGED, damaged.file());
      } catch (Different different) {
        fail(work, different.reason, null);
      }
    }
    scopes.runInTransaction(work.client(), () -> queue.done(work));
  }

  private AuditPackage begin(PackageWork.Taken work) {
    scopes.runInTransaction(
        work.client(),
        () -> {
          if (ledger.begin(work.id())) {
            audit.record(AuditEvent.of("audit-package.building", ENTITY, work.id()), ACTOR);
          }
        });
    return find(work);
  }

  private AuditPackage find(PackageWork.Taken work) {
    return scopes.inTransaction(
        work.client(), () -> packages.findByIdOptional(work.id()).orElseThrow());
  }

  private ObjectVersion build(PackageWork.Taken work, AuditPackage asked) throws IOException {
    // What a builder left that died.
    store.abort(asked.objectKey());
    Runnable keep = keep(work);
    var source =
        new VaultSource(
            scopes, work.client(), asked.scope(work.client().clientId()), contents, store, keep);
    var out = new PartsOut(store, threads, asked.objectKey(), store.firstLock());
    boolean complete = false;
    try {
      new PackageWriter(limits.fileMemoryBytes()).write(source, out, tell(work, source.totals()));
      out.settle();
      PackageTotals totals = source.totals();
      var bytes =
          new PackageBytes(
              out.size(), out.sha256(), totals.items(), totals.files(), totals.excluded());
      announce(work, bytes, totals);
      ObjectVersion version = out.complete();
      complete = true;
      return version;
    } finally {
      if (!complete) {
        throwAway(work, out, asked.objectKey());
      }
    }
  }

  /**
   * What cannot be thrown away now is thrown away by the next attempt. Whose package it is no
   * longer must not: the parts under its key are another builder's by now.
   */
  private void throwAway(PackageWork.Taken work, PartsOut out, String key) {
    out.giveUp();
    try {
      if (scopes.inTransaction(work.client(), () -> queue.postpone(work, LEASE))) {
        store.abort(key);
      }
    } catch (RuntimeException later) {
      LOG.debugf(later, "The next attempt will throw the parts of %s away", work.id());
    }
  }

  private void announce(PackageWork.Taken work, PackageBytes bytes, PackageTotals totals)
      throws Different {
    Instant first = store.firstLock();
    Instant until = totals.longestLock().filter(first::isBefore).orElse(first);
    scopes.runInTransaction(
        work.client(),
        () -> {
          // Only its owner may go on to make an object of it.
          requireOwned(work);
          ledger.announce(work.id(), bytes, until);
        });
    if (!find(work).bytes().equals(Optional.of(bytes))) {
      throw new Different(FailureReason.NOT_REPRODUCIBLE);
    }
  }

  /** Nothing but the store's own bytes says that they are there; then the lock, then the row. */
  private void seal(PackageWork.Taken work, AuditPackage built, ObjectVersion version)
      throws IOException {
    PackageBytes bytes = built.bytes().orElseThrow();
    requireEqual(version, bytes, keep(work));
    Instant until = scopes.inTransaction(work.client(), () -> ledger.announcedLock(work.id()));
    Instant locked = store.lockAtLeast(version, until);
    if (locked.isBefore(until)) {
      throw new Different(FailureReason.PACKAGE_DAMAGED);
    }
    scopes.runInTransaction(
        work.client(),
        () -> {
          if (ledger.seal(work.id(), version.versionId(), locked)) {
            audit.record(
                AuditEvent.of("audit-package.sealed", ENTITY, work.id())
                    .with("sha256", bytes.sha256())
                    .with("size", bytes.size())
                    .with("files", bytes.files())
                    .with("excluded", bytes.excluded())
                    .with("version", version.versionId())
                    .with("retainUntil", locked),
                ACTOR);
          }
        });
  }

  private void requireEqual(ObjectVersion version, PackageBytes bytes, Runnable keep)
      throws IOException {
    try (StoredBytes stored =
        store.open(version).orElseThrow(() -> new Different(FailureReason.PACKAGE_DAMAGED))) {
      var sha256 = new Sha256();
      byte[] piece = new byte[PIECE];
      for (int read = stored.content().read(piece);
          read >= 0;
          read = stored.content().read(piece)) {
        sha256.update(piece, 0, read);
        keep.run();
      }
      if (stored.size() != bytes.size() || !sha256.hex().equals(bytes.sha256())) {
        throw new Different(FailureReason.PACKAGE_DAMAGED);
      }
    }
  }

  private void fail(PackageWork.Taken work, FailureReason reason, @Nullable UUID file) {
    scopes.runInTransaction(
        work.client(),
        () -> {
          if (ledger.fail(work.id(), reason)) {
            audit.record(
                AuditEvent.of("audit-package.failed", ENTITY, work.id())
                    .with("reason", reason.name())
                    .with("fileId", file),
                ACTOR);
          }
        });
  }

  /** Tells how far it is, once a second and at the end. */
  private PackageWriter.Progress tell(PackageWork.Taken work, PackageTotals totals) {
    long[] last = {System.nanoTime() - TELL_NANOS};
    return (files, bytes) -> {
      if (System.nanoTime() - last[0] >= TELL_NANOS || files == totals.files()) {
        last[0] = System.nanoTime();
        var progress = new PackageProgress(files, totals.files(), bytes, totals.bytes());
        scopes.runInTransaction(work.client(), () -> ledger.progress(work.id(), progress));
      }
    };
  }

  /** Keeps the work while it lasts, or stops when another builder has it. */
  private Runnable keep(PackageWork.Taken work) {
    long[] last = {System.nanoTime()};
    return () -> {
      if (System.nanoTime() - last[0] > RENEW_NANOS) {
        last[0] = System.nanoTime();
        scopes.runInTransaction(work.client(), () -> requireOwned(work));
      }
    };
  }

  private void requireOwned(PackageWork.Taken work) {
    if (!queue.postpone(work, LEASE)) {
      throw new IllegalStateException("another builder has taken this package over");
    }
  }

  /** What is there is not what it should be. */
  private static final class Different extends IOException {

    private static final long serialVersionUID = 1L;

    private final FailureReason reason;

    Different(FailureReason reason) {
      super(reason.name());
      this.reason = reason;
    }
  }
}
