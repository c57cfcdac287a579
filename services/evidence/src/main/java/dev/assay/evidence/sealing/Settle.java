package dev.assay.evidence.sealing;

import dev.assay.audit.AuditActor;
import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.evidence.file.FileLedger;
import dev.assay.evidence.file.FileState;
import dev.assay.evidence.file.Step;
import dev.assay.evidence.file.StoredFile;
import dev.assay.evidence.file.StoredFiles;
import dev.assay.evidence.store.EvidenceStore;
import dev.assay.evidence.store.ObjectVersion;
import dev.assay.evidence.store.StoredBytes;
import dev.assay.evidence.upload.UploadBook;
import dev.assay.evidence.upload.UploadSteps;
import dev.assay.evidence.work.Work;
import dev.assay.evidence.work.WorkQueue;
import dev.assay.tenancy.scope.Scopes;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * Ends uploads that nobody ended: the service died, or the store or the database did not answer at
 * the wrong moment. An object that is there is taken on; parts are thrown away; a file without an
 * object is given up.
 */
@ApplicationScoped
class Settle {

  private static final AuditActor ACTOR = AuditActor.system("settler");

  private final Scopes scopes;
  private final StoredFiles files;
  private final FileLedger ledger;
  private final UploadSteps steps;
  private final UploadBook book;
  private final WorkQueue queue;
  private final EvidenceStore store;
  private final AuditTrail audit;

  Settle(
      Scopes scopes,
      StoredFiles files,
      FileLedger ledger,
      UploadSteps steps,
      UploadBook book,
      WorkQueue queue,
      EvidenceStore store,
      AuditTrail audit) {
    this.scopes = scopes;
    this.files = files;
    this.ledger = ledger;
    this.steps = steps;
    this.book = book;
    this.queue = queue;
    this.store = store;
    this.audit = audit;
  }

  /** Settles one upload; may be done again at any point. */
  void run(Work work) throws IOException {
    Optional<StoredFile> file = find(work);
    if (file.isEmpty()) {
      forget(work);
    } else if (file.get().state() == FileState.PENDING) {
      end(work, file.get());
    } else {
      // The upload ended after this work was taken; its own work is in the queue by now.
      done(work);
    }
  }

  private Optional<StoredFile> find(Work work) {
    return scopes.inTransaction(work.client(), () -> files.findByIdOptional(work.file()));
  }

  /** The claim goes first: without it the upload, should it still live, cannot go on. */
  private void forget(Work work) {
    boolean stillNoFile =
        scopes.inTransaction(
            work.client(),
            () -> {
              if (book.isClaimed(work.file()) && files.findByIdOptional(work.file()).isPresent()) {
                return false;
              }
              steps.giveUp(work.file(), ACTOR);
              return true;
            });
    if (stillNoFile) {
      store.abort(work.client().clientId() + "/" + work.file());
      done(work);
    }
  }

  private void end(Work work, StoredFile file) throws IOException {
    Optional<ObjectVersion> version = store.find(file.objectKey());
    if (version.isEmpty()) {
      store.abort(file.objectKey());
      scopes.runInTransaction(
          work.client(), () -> steps.abandon(work.client(), file.id(), "never-stored", ACTOR));
      return;
    }
    Instant until = lockOf(version.get());
    scopes.runInTransaction(
        work.client(),
        () ->
            steps.confirm(
                work.client(), file.announced(), version.get().versionId(), until, ACTOR));
  }

  /** The lock that it has, or the first lock when the service died before giving it one. */
  private Instant lockOf(ObjectVersion version) throws IOException {
    Optional<Instant> locked;
    try (StoredBytes stored =
        store.open(version).orElseThrow(() -> new IOException("it was listed a moment ago"))) {
      locked = stored.lockedUntil();
    }
    return locked.isPresent() ? locked.get() : store.lockAtLeast(version, store.firstLock());
  }

  /** Looks once more after an upload was given up: a request that hung may have come true. */
  void recheck(Work work) {
    StoredFile file = find(work).orElseThrow();
    Optional<ObjectVersion> late = store.find(file.objectKey());
    scopes.runInTransaction(
        work.client(),
        () -> {
          late.ifPresent(version -> quarantine(file, version));
          queue.done(work);
        });
  }

  private void quarantine(StoredFile file, ObjectVersion version) {
    var step = new Step.Quarantined("stored-after-given-up", version.versionId());
    if (ledger.advance(file.id(), FileState.ABANDONED, step).isPresent()) {
      audit.record(
          AuditEvent.of("evidence-file.quarantined", "EVIDENCE_FILE", file.id())
              .with("reason", step.reason())
              .with("version", version.versionId()),
          ACTOR);
    }
  }

  private void done(Work work) {
    scopes.runInTransaction(work.client(), () -> queue.done(work));
  }
}
