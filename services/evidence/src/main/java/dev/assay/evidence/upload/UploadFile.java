package dev.assay.evidence.upload;

import static dev.assay.evidence.EvidenceProblem.EMPTY_FILE;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.assay.evidence.file.NewFile;
import dev.assay.evidence.store.EvidenceStore;
import dev.assay.evidence.store.ObjectVersion;
import dev.assay.evidence.store.StoreUnavailable;
import dev.assay.evidence.upload.BodyMemory.Piece;
import dev.assay.evidence.upload.UploadBook.Answer;
import dev.assay.evidence.work.Sealing;
import dev.assay.http.problem.ProblemException;
import dev.assay.http.request.RequestLimits;
import dev.assay.tenancy.grant.Caller;
import dev.assay.tenancy.scope.Scopes;
import dev.assay.tenancy.scope.TenantScope;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Takes a file into the store. A locked object cannot be taken back, so nothing becomes an object
 * before all of its bytes are here and are those that were declared (ADR 6).
 */
@ApplicationScoped
class UploadFile {

  private static final long HEARTBEAT_NANOS = Duration.ofSeconds(10).toNanos();

  private final EvidenceStore store;
  private final UploadSteps steps;
  private final UploadLimits limits;
  private final RequestLimits bodies;
  private final BodyMemory memory;
  private final Scopes scopes;
  private final Clock clock;
  private final Caller caller;
  private final Sealing sealing;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  UploadFile(
      EvidenceStore store,
      UploadSteps steps,
      UploadLimits limits,
      RequestLimits bodies,
      BodyMemory memory,
      Scopes scopes,
      Clock clock,
      Caller caller,
      Sealing sealing) {
    this.store = store;
    this.steps = steps;
    this.limits = limits;
    this.bodies = bodies;
    this.memory = memory;
    this.scopes = scopes;
    this.clock = clock;
    this.caller = caller;
    this.sealing = sealing;
  }

  @PreDestroy
  void stop() {
    threads.close();
  }

  /** Takes the body to the store, or repeats the answer that the same request got before. */
  Answer take(Announcement said, InputStream in) {
    if (said.length().isPresent() && said.length().getAsLong() == 0) {
      throw empty();
    }
    if (said.length().orElse(0) > BodyMemory.PART) {
      return inParts(said, new Body(in, bodies.stream(), said.mediaType()), Optional.empty());
    }
    return whole(said, in);
  }

  private Answer whole(Announcement said, InputStream in) {
    // Asked while the body arrives: a store that is away must not cost a row.
    var there = CompletableFuture.runAsync(store::probe, threads);
    Piece piece = memory.piece((int) said.length().orElse(BodyMemory.PART));
    try (piece) {
      var body = new Body(in, bodies.stream(), said.mediaType());
      int length = body.fill(piece.bytes());
      if (said.length().isEmpty() && length == BodyMemory.PART) {
        // Chunked, and as large as a part: it may be larger. Its bytes so far are the first part.
        return inParts(said, body, Optional.of(piece));
      }
      if (length == 0) {
        throw empty();
      }
      body.requireLength(said);
      String sha256 = body.sha256();
      said.digest().require(sha256);
      Upload upload = upload(said, Optional.of(sha256));
      await(there);
      var file = file(upload, body.size(), sha256);
      Optional<Answer> repeated = transaction(upload, () -> steps.announceWhole(upload, file));
      if (repeated.isPresent()) {
        return repeated.get();
      }
      Instant until = store.firstLock();
      return confirmed(
          upload,
          file,
          until,
          () -> store.put(file.objectKey(), ByteBuffer.wrap(piece.bytes(), 0, length), until));
    }
  }

  private Answer inParts(Announcement said, Body body, Optional<Piece> first) {
    store.probe();
    Upload upload = upload(said, Optional.empty());
    Optional<Answer> repeated = transaction(upload, () -> steps.open(upload));
    if (repeated.isPresent()) {
      return repeated.get();
    }
    Instant until = store.firstLock();
    var parts = new LargeBody(store, memory, threads, limits.partsInFlight(), upload, until);
    body.whileComing(heartbeat(upload));
    NewFile file;
    try {
      parts.send(body, first.map(Piece::handOver));
      body.requireLength(said);
      String sha256 = body.sha256();
      said.digest().require(sha256);
      file = file(upload, body.size(), sha256);
      announceParts(upload, file);
    } catch (RuntimeException refused) {
      forget(upload, parts, refused);
      throw refused;
    }
    return confirmed(upload, file, until, parts::complete);
  }

  private void announceParts(Upload upload, NewFile file) {
    transaction(
        upload,
        () -> {
          steps.announceParts(upload, file);
          return file;
        });
  }

  private void forget(Upload upload, LargeBody parts, RuntimeException refused) {
    // A store that has just failed would only keep the caller waiting.
    boolean gone = !(refused instanceof StoreUnavailable) && parts.throwAway();
    try {
      transaction(
          upload,
          () -> {
            steps.forget(upload, gone);
            return gone;
          });
    } catch (RuntimeException later) {
      // The work row is still there: a worker settles what this could not.
      refused.addSuppressed(later);
    }
  }

  private Runnable heartbeat(Upload upload) {
    long[] last = {System.nanoTime()};
    return () -> {
      if (System.nanoTime() - last[0] > HEARTBEAT_NANOS) {
        last[0] = System.nanoTime();
        transaction(upload, () -> steps.stillComing(upload));
      }
    };
  }

  /** Has the store make the object, and writes down that it did. */
  Answer confirmed(Upload upload, NewFile file, Instant until, Supplier<ObjectVersion> makeObject) {
    ObjectVersion version;
    try {
      version = makeObject.get();
    } catch (StoreUnavailable failed) {
      if (failed.withoutEffect()) {
        transaction(
            upload,
            () -> {
              steps.abandon(upload.client(), upload.file(), "store-refused", null);
              return upload;
            });
      }
      throw failed;
    }
    Answer answer =
        transaction(
                upload,
                () -> steps.confirm(upload.client(), file, version.versionId(), until, null))
            .orElseThrow(() -> ProblemException.unavailable("object store", Duration.ofSeconds(2)));
    sealing.soon(upload.client(), upload.file());
    return answer;
  }

  private Upload upload(Announcement said, Optional<String> sha256) {
    TenantScope.Client client = scopes.client();
    return new Upload(
        client,
        caller.token().subject(),
        ids.generate(),
        said,
        said.requestHash(client.clientId(), sha256));
  }

  private NewFile file(Upload upload, long size, String sha256) {
    return new NewFile(
        upload.file(),
        upload.evidence(),
        upload.said().name(),
        upload.said().mediaType(),
        size,
        sha256,
        store.bucket(),
        upload.objectKey(),
        upload.subject(),
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        upload.said().supersedes());
  }

  private <T> T transaction(Upload upload, Supplier<T> work) {
    return scopes.inTransaction(upload.client(), work);
  }

  private static void await(CompletableFuture<Void> there) {
    try {
      there.join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }

  private static ProblemException empty() {
    return ProblemException.of(EMPTY_FILE, "The body has no bytes.");
  }
}
