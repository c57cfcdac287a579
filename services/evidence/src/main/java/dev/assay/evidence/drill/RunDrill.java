package dev.assay.evidence.drill;

import dev.assay.audit.AuditActor;
import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.evidence.file.FileState;
import dev.assay.evidence.file.StoredFile;
import dev.assay.evidence.file.StoredFiles;
import dev.assay.evidence.store.EvidenceStore;
import dev.assay.evidence.store.ObjectVersion;
import dev.assay.evidence.upload.UploadSteps;
import dev.assay.evidence.work.Sealing;
import dev.assay.tenancy.scope.Scopes;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Draw, fetch, end, keep: each step leaves rows to go on from, so it can die anywhere and be done
 * again by anybody. A store that is away ends nothing: what is not fetched yet is fetched when it
 * is back.
 */
@ApplicationScoped
class RunDrill {

  static final AuditActor ACTOR = AuditActor.system("driller");

  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final long RENEW_NANOS = Duration.ofSeconds(8).toNanos();

  /** What a crash costs at most; a statement for each of so many files. */
  private static final int AT_ONCE = 50;

  private final Scopes scopes;
  private final Drills drills;
  private final DrillLedger ledger;
  private final DrillLines lines;
  private final DrillWork queue;
  private final Population population;
  private final FetchFile fetch;
  private final EndDrill ending;
  private final StoredFiles files;
  private final UploadSteps steps;
  private final Sealing sealing;
  private final EvidenceStore store;
  private final AuditTrail audit;
  private final Clock clock;

  RunDrill(
      Scopes scopes,
      Drills drills,
      DrillLedger ledger,
      DrillLines lines,
      DrillWork queue,
      Population population,
      FetchFile fetch,
      EndDrill ending,
      StoredFiles files,
      UploadSteps steps,
      Sealing sealing,
      EvidenceStore store,
      AuditTrail audit,
      Clock clock) {
    this.scopes = scopes;
    this.drills = drills;
    this.ledger = ledger;
    this.lines = lines;
    this.queue = queue;
    this.population = population;
    this.fetch = fetch;
    this.ending = ending;
    this.files = files;
    this.steps = steps;
    this.sealing = sealing;
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /** Takes the drill as far as it can go. */
  void run(DrillWork.Taken work) throws IOException {
    if (find(work).drawing().isEmpty()) {
      draw(work);
    }
    if (find(work).result().isEmpty()) {
      // A bucket that is not there must not look like files that are not there.
      store.probe();
      fetchAll(work);
      end(work);
    }
    keepResult(work);
    scopes.runInTransaction(work.client(), () -> queue.done(work));
  }

  private Drill find(DrillWork.Taken work) {
    return in(work, () -> drills.findByIdOptional(work.subject()).orElseThrow());
  }

  private void draw(DrillWork.Taken work) {
    scopes.runInTransaction(
        work.client(),
        () -> {
          requireOwned(work);
          Drill drill = drills.findByIdOptional(work.subject()).orElseThrow();
          Draw.Drawn drawn =
              population.draw(drill.scope(), new Draw(drill.seed(), drill.sampleSize()));
          if (ledger.draw(drill.id(), drawn, now())) {
            audit.record(
                AuditEvent.of("evidence-drill.began", "EVIDENCE_DRILL", drill.id())
                    .with("population", drawn.population())
                    .with("populationSha256", drawn.populationSha256())
                    .with("files", drawn.files().size()),
                ACTOR);
          }
        });
  }

  private void fetchAll(DrillWork.Taken work) throws IOException {
    Runnable keep = keep(work);
    List<Checked> seen = new ArrayList<>();
    try {
      for (Pick pick : in(work, () -> lines.open(work.subject()))) {
        seen.add(fetch.check(pick, keep));
        if (seen.size() == AT_ONCE) {
          takeDown(work, seen);
        }
      }
    } finally {
      // What was fetched before the store went away is not fetched again.
      takeDown(work, seen);
    }
  }

  private void takeDown(DrillWork.Taken work, List<Checked> seen) {
    if (!seen.isEmpty()) {
      scopes.runInTransaction(
          work.client(),
          () -> {
            requireOwned(work);
            ledger.check(work.subject(), seen, now());
          });
      seen.clear();
    }
  }

  private void end(DrillWork.Taken work) {
    scopes.runInTransaction(
        work.client(),
        () -> {
          requireOwned(work);
          ending.end(work.client(), drills.findByIdOptional(work.subject()).orElseThrow(), ACTOR);
        });
  }

  /** The object first, then the row that says so; from there on it is sealed as any file. */
  private void keepResult(DrillWork.Taken work) {
    Drill.Result result = find(work).result().orElseThrow();
    StoredFile file = in(work, () -> files.findByIdOptional(result.fileId()).orElseThrow());
    if (file.state() != FileState.PENDING) {
      return;
    }
    byte[] document =
        in(work, () -> ledger.document(work.subject())).getBytes(StandardCharsets.UTF_8);
    Instant until = store.firstLock();
    ObjectVersion version = object(file.objectKey(), document, until);
    Instant locked = store.lockAtLeast(version, until);
    scopes.runInTransaction(
        work.client(),
        () -> steps.confirm(work.client(), file.announced(), version.versionId(), locked, ACTOR));
    sealing.soon(work.client(), file.id());
  }

  /** The object that whoever died before us made, or a new one. */
  private ObjectVersion object(String key, byte[] document, Instant until) {
    Optional<ObjectVersion> there = store.find(key);
    return there.isPresent() ? there.get() : store.put(key, ByteBuffer.wrap(document), until);
  }

  private <T> T in(DrillWork.Taken work, Supplier<T> question) {
    return scopes.inTransaction(work.client(), question);
  }

  /** Keeps the work while files are fetched, or stops when another worker has it. */
  private Runnable keep(DrillWork.Taken work) {
    long[] last = {System.nanoTime()};
    return () -> {
      if (System.nanoTime() - last[0] > RENEW_NANOS) {
        last[0] = System.nanoTime();
        scopes.runInTransaction(work.client(), () -> requireOwned(work));
      }
    };
  }

  private void requireOwned(DrillWork.Taken work) {
    if (!queue.postpone(work, LEASE)) {
      throw new IllegalStateException("another worker has taken this drill over");
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
