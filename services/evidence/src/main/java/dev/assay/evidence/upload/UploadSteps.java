package dev.assay.evidence.upload;

import static dev.assay.evidence.EvidenceProblem.NOT_THE_LATEST_VERSION;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.audit.AuditActor;
import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.evidence.file.FileLedger;
import dev.assay.evidence.file.FileResponse;
import dev.assay.evidence.file.FileState;
import dev.assay.evidence.file.NewFile;
import dev.assay.evidence.file.Step;
import dev.assay.evidence.owner.Owner;
import dev.assay.evidence.upload.UploadBook.Answer;
import dev.assay.evidence.work.WorkKind;
import dev.assay.evidence.work.WorkQueue;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.scope.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The transactions between which an upload talks to the store; each leaves a state to go on from.
 */
@ApplicationScoped
public class UploadSteps {

  private static final String ENTITY = "EVIDENCE_FILE";

  private final UploadBook book;
  private final ResumableBook resumable;
  private final FileLedger ledger;
  private final WorkQueue work;
  private final AuditTrail audit;
  private final UploadLimits limits;
  private final ObjectMapper json;

  UploadSteps(
      UploadBook book,
      ResumableBook resumable,
      FileLedger ledger,
      WorkQueue work,
      AuditTrail audit,
      UploadLimits limits,
      ObjectMapper json) {
    this.book = book;
    this.resumable = resumable;
    this.ledger = ledger;
    this.work = work;
    this.audit = audit;
    this.limits = limits;
    this.json = json;
  }

  /** A large upload begins: its parts may be in the store from now on, without any file yet. */
  @Transactional(Transactional.TxType.MANDATORY)
  Optional<Answer> open(Upload upload) {
    Optional<Answer> repeated =
        book.claim(upload, upload.length().orElse(0), upload.length().orElse(0));
    if (repeated.isEmpty()) {
      work.add(upload.client(), upload.file(), WorkKind.SETTLE, limits.silence());
    }
    return repeated;
  }

  /** All of a small body is here and as declared: the store may make an object of it. */
  @Transactional(Transactional.TxType.MANDATORY)
  Optional<Answer> announceWhole(Upload upload, NewFile file) {
    Optional<Answer> repeated = book.claim(upload, 0, file.size());
    if (repeated.isEmpty()) {
      announce(upload, file);
    }
    return repeated;
  }

  /** All parts are in the store and as declared: it may make an object of them. */
  @Transactional(Transactional.TxType.MANDATORY)
  void announceParts(Upload upload, NewFile file) {
    if (!book.isClaimed(file.id())) {
      throw ProblemException.unavailable("upload's own claim", Duration.ofSeconds(2));
    }
    announce(upload, file);
  }

  private void announce(Upload upload, NewFile file) {
    requireLatest(file);
    if (!ledger.announce(file)) {
      throw ProblemException.notFound();
    }
    work.add(upload.client(), file.id(), WorkKind.SETTLE, limits.settleAfter());
    audit.record(
        AuditEvent.of("evidence-file.announced", ENTITY, file.id())
            .with("evidenceId", file.evidenceId())
            .with("size", file.size())
            .with("sha256", file.sha256())
            .with("supersedes", file.supersedes()));
  }

  /** A file has one newer version at most: the newest is the one to supersede. */
  private void requireLatest(NewFile file) {
    if (file.supersedes() == null) {
      return;
    }
    book.oneAtATime();
    boolean superseded =
        ledger
            .isSuperseded(file.evidenceId(), file.supersedes())
            .orElseThrow(ProblemException::notFound);
    if (superseded) {
      throw ProblemException.of(
          NOT_THE_LATEST_VERSION, "The file that is named has a newer version already.");
    }
  }

  /** A large upload is still arriving. */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean stillComing(Upload upload) {
    return work.postpone(upload.client(), upload.file(), limits.silence());
  }

  /**
   * Nothing of an upload that left no file is to stay.
   *
   * @param partsAreGone false leaves it to a worker to throw its parts away
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void forget(Upload upload, boolean partsAreGone) {
    forget(upload.client(), upload.file(), partsAreGone);
  }

  /** As {@link #forget(Upload, boolean)}. */
  @Transactional(Transactional.TxType.MANDATORY)
  void forget(TenantScope.Client client, UUID file, boolean partsAreGone) {
    book.release(file);
    if (partsAreGone) {
      work.withdraw(client, file);
    } else {
      work.postpone(client, file, Duration.ZERO);
    }
  }

  /**
   * The store has the object.
   *
   * @param actor who found out: null for the caller of the request, else a worker
   * @return empty when the upload had been given up in the meantime
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Answer> confirm(
      TenantScope.Client client,
      NewFile file,
      String versionId,
      Instant lockedUntil,
      @Nullable AuditActor actor) {
    Optional<Instant> at =
        ledger.advance(file.id(), FileState.PENDING, new Step.Uploaded(versionId, lockedUntil));
    if (at.isEmpty()) {
      return Optional.empty();
    }
    record(
        AuditEvent.of("evidence-file.uploaded", ENTITY, file.id()).with("version", versionId),
        actor);
    var answer =
        new Answer(
            write(FileResponse.uploaded(file, at.get(), lockedUntil)),
            Owner.of(client).file(file.evidenceId(), file.id()).toString());
    book.remember(file.id(), answer);
    work.add(client, file.id(), WorkKind.SEAL, Duration.ZERO);
    return Optional.of(answer);
  }

  /**
   * The store has no object and will hardly get one.
   *
   * @param actor as for {@link #confirm}
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void abandon(
      TenantScope.Client client, UUID file, String reason, @Nullable AuditActor actor) {
    if (ledger.advance(file, FileState.PENDING, new Step.Abandoned(reason)).isPresent()) {
      record(AuditEvent.of("evidence-file.abandoned", ENTITY, file).with("reason", reason), actor);
      book.release(file);
      // A request that hung in the store can still come true when it wakes up.
      work.add(client, file, WorkKind.RECHECK, limits.recheckAfter());
    }
  }

  /** An upload that nobody goes on with: its bytes are free again, and nothing of it stays. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void giveUp(UUID file, AuditActor actor) {
    if (resumable.isThere(file)) {
      audit.record(AuditEvent.of("evidence-upload.expired", "EVIDENCE_UPLOAD", file), actor);
    }
    book.release(file);
  }

  private void record(AuditEvent event, @Nullable AuditActor actor) {
    if (actor == null) {
      audit.record(event);
    } else {
      audit.record(event, actor);
    }
  }

  private String write(FileResponse response) {
    try {
      return json.writeValueAsString(response);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException("a response is JSON", unwritable);
    }
  }
}
