package dev.assay.evidence.upload;

import static dev.assay.evidence.EvidenceProblem.EMPTY_FILE;
import static dev.assay.evidence.EvidenceProblem.UPLOAD_IN_PROGRESS;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.evidence.file.FileName;
import dev.assay.evidence.file.MediaTypeName;
import dev.assay.evidence.file.NewFile;
import dev.assay.evidence.upload.ResumableBook.Turn;
import dev.assay.evidence.upload.UploadBook.Answer;
import dev.assay.evidence.work.WorkKind;
import dev.assay.evidence.work.WorkQueue;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.scope.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The transactions of an upload in parts; each leaves a state to go on from. */
@ApplicationScoped
class ResumableSteps {

  private static final String ENTITY = "EVIDENCE_UPLOAD";

  private final ResumableBook parts;
  private final UploadBook book;
  private final UploadSteps steps;
  private final WorkQueue work;
  private final AuditTrail audit;
  private final UploadLimits limits;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  ResumableSteps(
      ResumableBook parts,
      UploadBook book,
      UploadSteps steps,
      WorkQueue work,
      AuditTrail audit,
      UploadLimits limits) {
    this.parts = parts;
    this.book = book;
    this.steps = steps;
    this.work = work;
    this.audit = audit;
    this.limits = limits;
  }

  /** Which Idempotency-Key an upload's claim stands under: it is its own. */
  static String keyOf(UUID file) {
    return "resumable:" + file;
  }

  /** Begins: from here on the bytes are held, and a worker will end what nobody goes on with. */
  @Transactional(Transactional.TxType.MANDATORY)
  ResumableUpload begin(
      TenantScope.Client client, String subject, UUID evidence, ResumableRequest request) {
    if (request.size() <= 0) {
      throw ProblemException.of(EMPTY_FILE, "The file is to have no bytes.");
    }
    UUID file = ids.generate();
    var said =
        new Announcement(
            evidence,
            FileName.parse(request.name()),
            MediaTypeName.parse(request.mediaType()),
            OptionalLong.of(request.size()),
            new DeclaredDigest(Optional.of(request.sha256())),
            request.supersedes(),
            keyOf(file));
    var upload =
        new Upload(
            client,
            subject,
            file,
            said,
            said.requestHash(client.clientId(), Optional.of(request.sha256())));
    book.claim(upload, request.size(), request.size());
    parts.begin(upload, request.size(), request.sha256(), limits.resumableLife());
    work.add(client, file, WorkKind.SETTLE, limits.resumableLife());
    audit.record(
        AuditEvent.of("evidence-upload.begun", ENTITY, file)
            .with("evidenceId", evidence)
            .with("size", request.size())
            .with("sha256", request.sha256()));
    return parts.find(evidence, file, subject).orElseThrow();
  }

  /** Puts a part in its place, and the end of the upload's life off. */
  @Transactional(Transactional.TxType.MANDATORY)
  Turn take(TenantScope.Client client, UUID file, TakenPart part, byte[] bytes) {
    Turn turn = parts.take(file, part, bytes, limits.resumableLife());
    if (turn instanceof Turn.Taken && !work.postpone(client, file, limits.resumableLife())) {
      // A worker is ending it at this moment.
      return new Turn.Over();
    }
    return turn;
  }

  /** The answer that this upload got when it was completed. */
  @Transactional(Transactional.TxType.MANDATORY)
  Optional<Answer> answered(UUID evidence, UUID file, String subject) {
    return book.answered(subject, keyOf(file))
        .filter(answer -> answer.location().contains("/" + evidence + "/files/"));
  }

  /** All parts are here and as declared: the store may make an object of them. */
  @Transactional(Transactional.TxType.MANDATORY)
  void announce(Upload upload, NewFile file) {
    requireToEnd(file.id());
    steps.announceParts(upload, file);
  }

  /** Nothing stays of it but the event. */
  @Transactional(Transactional.TxType.MANDATORY)
  void giveUp(TenantScope.Client client, UUID file, @Nullable String reason) {
    requireToEnd(file);
    steps.forget(client, file, false);
    audit.record(
        AuditEvent.of("evidence-upload.aborted", ENTITY, file)
            .with("reason", reason == null ? "asked-for" : reason));
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void partsAreGone(TenantScope.Client client, UUID file) {
    work.withdraw(client, file);
  }

  private void requireToEnd(UUID file) {
    if (!parts.end(file)) {
      throw ProblemException.of(UPLOAD_IN_PROGRESS, "Another request is ending it.")
          .withHeader("Retry-After", Long.toString(Duration.ofSeconds(3).toSeconds()));
    }
  }
}
