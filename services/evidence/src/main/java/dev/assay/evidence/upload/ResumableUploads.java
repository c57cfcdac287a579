package dev.assay.evidence.upload;

import static dev.assay.evidence.EvidenceProblem.DIGEST_DIFFERS;
import static dev.assay.evidence.EvidenceProblem.PART_OUT_OF_ORDER;
import static dev.assay.evidence.EvidenceProblem.UPLOAD_IN_PROGRESS;

import dev.assay.evidence.file.FileName;
import dev.assay.evidence.file.MediaTypeName;
import dev.assay.evidence.file.NewFile;
import dev.assay.evidence.store.EvidenceStore;
import dev.assay.evidence.store.StoreUnavailable;
import dev.assay.evidence.upload.BodyMemory.Piece;
import dev.assay.evidence.upload.ResumableBook.Turn;
import dev.assay.evidence.upload.UploadBook.Answer;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.grant.Caller;
import dev.assay.tenancy.scope.Scopes;
import dev.assay.tenancy.scope.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * Takes a file in parts, over many requests and any replicas. Parts may come at once and again;
 * each takes its place in the digest in the order of their numbers, so that the whole file's
 * SHA-256 is known before the store makes an object that nobody could take back (ADR 6).
 */
@ApplicationScoped
class ResumableUploads {

  private static final long LOOK_AGAIN_NANOS = 50_000_000;

  private final ResumableBook book;
  private final ResumableSteps steps;
  private final UploadFile uploads;
  private final EvidenceStore store;
  private final BodyMemory memory;
  private final UploadLimits limits;
  private final Scopes scopes;
  private final Caller caller;
  private final Clock clock;

  ResumableUploads(
      ResumableBook book,
      ResumableSteps steps,
      UploadFile uploads,
      EvidenceStore store,
      BodyMemory memory,
      UploadLimits limits,
      Scopes scopes,
      Caller caller,
      Clock clock) {
    this.book = book;
    this.steps = steps;
    this.uploads = uploads;
    this.store = store;
    this.memory = memory;
    this.limits = limits;
    this.scopes = scopes;
    this.caller = caller;
    this.clock = clock;
  }

  /** What is known of a part before its bytes. */
  record PartSaid(
      UUID evidence, UUID file, int number, OptionalLong length, DeclaredDigest digest) {}

  /** The upload, when the caller began it. */
  ResumableUpload get(UUID evidence, UUID file) {
    return scopes.inTransaction(scopes.client(), () -> find(evidence, file));
  }

  private ResumableUpload find(UUID evidence, UUID file) {
    return book.find(evidence, file, caller.token().subject())
        .orElseThrow(ProblemException::notFound);
  }

  /** Takes one part to the store and into the digest; the same part again changes nothing. */
  TakenPart take(PartSaid said, InputStream in) {
    ResumableUpload upload = get(said.evidence(), said.file());
    requireOpen(upload);
    int size = upload.sizeOf(said.number());
    if (said.length().isPresent()) {
      upload.requireSize(said.number(), said.length().getAsLong());
    }
    if (said.number() > upload.taken() + limits.partsAhead()) {
      throw outOfOrder(upload.taken() + 1);
    }
    boolean inTurn = said.number() <= upload.taken() + 1;
    try (Piece piece = inTurn ? memory.nextPart() : memory.piece(BodyMemory.PART)) {
      String sha256 = receive(said, upload, size, body(said, upload, size, in), piece.bytes());
      if (said.number() <= upload.taken()) {
        return scopes.inTransaction(
            scopes.client(), () -> book.requireSame(said.file(), said.number(), sha256));
      }
      CompletedPart stored = store(said, upload, ByteBuffer.wrap(piece.bytes(), 0, size));
      return inTurn(
          said.file(),
          new TakenPart(said.number(), size, sha256, stored.eTag(), now()),
          piece.bytes());
    }
  }

  /** Only the file's first bytes say what it is. */
  private static Body body(PartSaid said, ResumableUpload upload, int size, InputStream in) {
    return new Body(
        in,
        size,
        said.number() == 1 ? new MediaTypeName(upload.mediaType()) : MediaTypeName.parse(null));
  }

  private static String receive(
      PartSaid said, ResumableUpload upload, int size, Body body, byte[] bytes) {
    int length = body.fill(bytes);
    if (length == BodyMemory.PART) {
      // More than a part would not fit; whether more comes is not known yet.
      length += body.fill(new byte[1]);
    }
    if (said.length().isPresent() && length < size) {
      throw body.cut();
    }
    upload.requireSize(said.number(), length);
    String sha256 = body.sha256();
    said.digest().require(sha256);
    return sha256;
  }

  private CompletedPart store(PartSaid said, ResumableUpload upload, ByteBuffer bytes) {
    String key = key(said.file());
    String storeUpload =
        upload.storeUploadId() == null ? begin(said.file(), key) : upload.storeUploadId();
    try {
      return store.putPart(key, storeUpload, said.number(), bytes);
    } catch (StoreUnavailable failed) {
      // An upload that was ended meanwhile is gone from the store too, which is no outage.
      get(said.evidence(), said.file());
      throw failed;
    }
  }

  /** The store learns of the upload with its first part; of two first parts, one begins it. */
  private String begin(UUID file, String key) {
    String mine = store.begin(key, store.firstLock());
    Optional<String> kept =
        scopes.inTransaction(scopes.client(), () -> book.keepStoreId(file, mine));
    if (!kept.equals(Optional.of(mine))) {
      store.abort(key, mine);
    }
    return kept.orElseThrow(ProblemException::notFound);
  }

  private TakenPart inTurn(UUID file, TakenPart part, byte[] bytes) {
    long until = System.nanoTime() + limits.turnPatience().toNanos();
    while (true) {
      Turn turn =
          scopes.inTransaction(
              scopes.client(), () -> steps.take(scopes.client(), file, part, bytes));
      switch (turn) {
        case Turn.Taken(TakenPart taken) -> {
          return taken;
        }
        case Turn.Over() -> throw ProblemException.notFound();
        case Turn.NotYet(int next) -> {
          if (System.nanoTime() > until) {
            throw outOfOrder(next);
          }
          LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
      }
    }
  }

  private static ProblemException outOfOrder(int next) {
    return ProblemException.of(PART_OUT_OF_ORDER, "Part %d is the next one.".formatted(next))
        .withHeader("Retry-After", "1");
  }

  private static void requireOpen(ResumableUpload upload) {
    if (upload.completing()) {
      throw ProblemException.of(UPLOAD_IN_PROGRESS, "It is being completed.")
          .withHeader("Retry-After", "3");
    }
  }

  /** Makes the parts one file when they are all here and as declared, or repeats that answer. */
  Answer complete(UUID evidence, UUID file, DeclaredDigest declared) {
    TenantScope.Client client = scopes.client();
    String subject = caller.token().subject();
    Optional<Answer> repeated =
        scopes.inTransaction(client, () -> steps.answered(evidence, file, subject));
    if (repeated.isPresent()) {
      return repeated.get();
    }
    ResumableUpload upload = get(evidence, file);
    requireOpen(upload);
    upload.requireWhole();
    declared.require(upload.sha256());
    requireDigest(client, upload);
    store.probe();
    NewFile made = made(client, upload, subject);
    List<CompletedPart> parts =
        scopes.inTransaction(
            client,
            () -> {
              steps.announce(upload(client, upload, subject), made);
              return book.parts(file, 0, upload.parts()).stream()
                  .map(TakenPart::completed)
                  .toList();
            });
    return join(upload(client, upload, subject), made, upload.storeUploadId(), parts);
  }

  /** Outside of all transactions: the store may take its time. */
  private Answer join(
      Upload upload, NewFile made, @Nullable String storeUpload, List<CompletedPart> parts) {
    Instant until = store.firstLock();
    return uploads.confirmed(
        upload,
        made,
        until,
        () -> store.complete(made.objectKey(), Objects.requireNonNull(storeUpload), parts, until));
  }

  /** A file that is not what it was to be is thrown away while it still can be. */
  private void requireDigest(TenantScope.Client client, ResumableUpload upload) {
    String actual = scopes.inTransaction(client, () -> book.sha256(upload.file()));
    if (!actual.equals(upload.sha256())) {
      throwAway(client, upload.file(), "digest-differs");
      throw ProblemException.of(
          DIGEST_DIFFERS,
          "The parts together have the SHA-256 " + actual + ", and another was declared.");
    }
  }

  /** Throws the parts away. */
  void abort(UUID evidence, UUID file) {
    ResumableUpload upload = get(evidence, file);
    requireOpen(upload);
    throwAway(scopes.client(), file, null);
  }

  /** The rows first: from then on nothing can be added; a worker does what the store does not. */
  private void throwAway(TenantScope.Client client, UUID file, @Nullable String reason) {
    scopes.runInTransaction(client, () -> steps.giveUp(client, file, reason));
    try {
      store.abort(key(file));
    } catch (StoreUnavailable later) {
      return;
    }
    scopes.runInTransaction(client, () -> steps.partsAreGone(client, file));
  }

  private static Upload upload(TenantScope.Client client, ResumableUpload upload, String subject) {
    var said =
        new Announcement(
            upload.evidence(),
            new FileName(upload.name()),
            new MediaTypeName(upload.mediaType()),
            OptionalLong.of(upload.size()),
            new DeclaredDigest(Optional.of(upload.sha256())),
            upload.supersedes(),
            ResumableSteps.keyOf(upload.file()));
    return new Upload(
        client,
        subject,
        upload.file(),
        said,
        said.requestHash(client.clientId(), Optional.of(upload.sha256())));
  }

  private NewFile made(TenantScope.Client client, ResumableUpload upload, String subject) {
    Upload of = upload(client, upload, subject);
    return new NewFile(
        upload.file(),
        upload.evidence(),
        of.said().name(),
        of.said().mediaType(),
        upload.size(),
        upload.sha256(),
        store.bucket(),
        of.objectKey(),
        subject,
        now(),
        upload.supersedes());
  }

  private String key(UUID file) {
    return scopes.client().clientId() + "/" + file;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
