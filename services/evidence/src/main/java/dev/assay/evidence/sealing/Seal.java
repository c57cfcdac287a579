package dev.assay.evidence.sealing;

import dev.assay.audit.AuditActor;
import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.evidence.file.FileLedger;
import dev.assay.evidence.file.FileState;
import dev.assay.evidence.file.Step;
import dev.assay.evidence.file.StoredFile;
import dev.assay.evidence.file.StoredFiles;
import dev.assay.evidence.retention.Decisions;
import dev.assay.evidence.store.EvidenceStore;
import dev.assay.evidence.work.Work;
import dev.assay.evidence.work.WorkQueue;
import dev.assay.tenancy.scope.Scopes;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.hibernate.Session;

/**
 * UPLOADED → VERIFIED → SEALED. Each step reads where the file stands, does something to the store
 * that may be done again, and writes one row; so it can die anywhere and be done again by anybody.
 */
@ApplicationScoped
class Seal {

  private static final AuditActor ACTOR = AuditActor.system("sealer");
  private static final String ENTITY = "EVIDENCE_FILE";
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final long RENEW_NANOS = Duration.ofSeconds(8).toNanos();
  private static final String PERIOD_END =
      """
      select e.period_to from evidence e join evidence_file f on f.evidence_id = e.id
      where f.id = :file
      """;

  private final Scopes scopes;
  private final StoredFiles files;
  private final FileLedger ledger;
  private final WorkQueue queue;
  private final ReadBack readBack;
  private final EvidenceStore store;
  private final RetentionRules rules;
  private final Decisions retention;
  private final AuditTrail audit;
  private final Session session;

  Seal(
      Scopes scopes,
      StoredFiles files,
      FileLedger ledger,
      WorkQueue queue,
      ReadBack readBack,
      EvidenceStore store,
      RetentionRules rules,
      Decisions retention,
      AuditTrail audit,
      Session session) {
    this.scopes = scopes;
    this.files = files;
    this.ledger = ledger;
    this.queue = queue;
    this.readBack = readBack;
    this.store = store;
    this.rules = rules;
    this.retention = retention;
    this.audit = audit;
    this.session = session;
  }

  /** Takes the file as far as it can go. */
  void run(Work work) throws IOException {
    StoredFile file = find(work);
    if (file.state() == FileState.UPLOADED) {
      verify(work, file);
      file = find(work);
    }
    if (file.state() == FileState.VERIFIED) {
      seal(work, file);
    }
    scopes.runInTransaction(work.client(), () -> queue.done(work));
  }

  private StoredFile find(Work work) {
    return scopes.inTransaction(
        work.client(), () -> files.findByIdOptional(work.file()).orElseThrow());
  }

  /** The first edge: nothing but the store's own bytes says that they are there. */
  void verify(Work work, StoredFile file) throws IOException {
    ReadBack.Result result = readBack.of(file, keep(work));
    switch (result) {
      case ReadBack.Result.Equal() ->
          step(work, file, new Step.Verified(), event("verified", file.id()));
      case ReadBack.Result.Different(String reason) -> quarantine(work, file, reason);
    }
  }

  /** The second edge: the lock first, then the row that says so. */
  void seal(Work work, StoredFile file) {
    var rule = rules.on(LocalDate.ofInstant(file.addedAt(), ZoneOffset.UTC));
    Instant first = file.retainUntil().orElseThrow();
    Instant asked = rule.until(periodEnd(work));
    Instant until = neededUntil(work, asked.isAfter(first) ? asked : first);
    Instant locked = store.lockAtLeast(file.version().orElseThrow(), until);
    if (locked.isBefore(until)) {
      quarantine(work, file, "lock-too-short");
      return;
    }
    step(
        work,
        file,
        new Step.Sealed(locked, rule.id()),
        event("sealed", file.id())
            .with("sha256", file.sha256())
            .with("size", file.size())
            .with("retainUntil", locked)
            .with("ruleSet", rule.id()));
  }

  /** What arrives late, or is held, is locked from here on as long as everything else. */
  private Instant neededUntil(Work work, Instant atLeast) {
    return scopes.inTransaction(work.client(), () -> retention.neededUntil(work.file(), atLeast));
  }

  private LocalDate periodEnd(Work work) {
    return scopes.inTransaction(
        work.client(),
        () ->
            session
                .createNativeQuery(PERIOD_END, LocalDate.class)
                .setParameter("file", work.file())
                .getSingleResult());
  }

  private void quarantine(Work work, StoredFile file, String reason) {
    step(
        work,
        file,
        new Step.Quarantined(reason, null),
        event("quarantined", file.id()).with("reason", reason));
  }

  /** Whoever comes second finds the step taken, and writes nothing. */
  private void step(Work work, StoredFile file, Step step, AuditEvent event) {
    scopes.runInTransaction(
        work.client(),
        () -> {
          if (ledger.advance(file.id(), file.state(), step).isPresent()) {
            audit.record(event, ACTOR);
          }
        });
  }

  private static AuditEvent event(String verb, UUID file) {
    return AuditEvent.of("evidence-file." + verb, ENTITY, file);
  }

  /** Keeps the work while a long file is read, or stops when another worker has it. */
  private Runnable keep(Work work) {
    long[] last = {System.nanoTime()};
    return () -> {
      if (System.nanoTime() - last[0] > RENEW_NANOS) {
        last[0] = System.nanoTime();
        if (!scopes.inTransaction(work.client(), () -> queue.postpone(work, LEASE))) {
          throw new IllegalStateException("another worker has taken this file over");
        }
      }
    };
  }
}
