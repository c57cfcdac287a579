package dev.assay.evidence.upload;

import static dev.assay.evidence.EvidenceProblem.BYTE_QUOTA_REACHED;
import static dev.assay.evidence.EvidenceProblem.UPLOAD_IN_PROGRESS;
import static dev.assay.http.problem.CommonProblem.IDEMPOTENCY_KEY_REUSED;

import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.scope.InnerScope;
import dev.assay.tenancy.scope.Scopes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Which uploads are on their way, what is left of the quota, and which answers were given. */
@ApplicationScoped
public class UploadBook {

  private static final String OPERATION = "uploadEvidenceFile";

  private static final String CLAIM =
      """
      insert into upload_claim (file_id, subject, key, request_hash, announced_bytes)
      values (:file, :subject, :key, :hash, :bytes)
      on conflict do nothing
      """;

  /**
   * All else that decides, in one row. Not in the statement before: while that waits for another
   * that ends, this one's answer must not have been looked for yet.
   */
  private static final String STANDING =
      """
      select answer.request_hash, answer.body, answer.location,
             exists (select from evidence where id = :evidence) as there,
             (select coalesce(sum(size_bytes), 0) from evidence_file)
               + (select coalesce(sum(announced_bytes), 0) from upload_claim) as bytes
      from (select) one left join idempotency_key answer
        on operation = '%s' and subject = :subject and key = :key
      """
          .formatted(OPERATION);

  /** The quota is the client's, also for a caller who sees only what they gave themselves. */
  private static final String BYTES =
      """
      select (select coalesce(sum(size_bytes), 0) from evidence_file)
             + (select coalesce(sum(announced_bytes), 0) from upload_claim) as bytes
      """;

  private static final String STILL_MINE =
      "select count(*) from (select from upload_claim where file_id = :file for update) claim";
  private static final String RELEASE = "delete from upload_claim where file_id = :file";

  /** Of the claim itself, so that a worker that ends an upload answers its key as well. */
  private static final String REMEMBER =
      """
      with ended as (delete from upload_claim where file_id = :file
                     returning subject, key, request_hash)
      insert into idempotency_key (subject, operation, key, request_hash, status, body, location)
      select subject, '%s', key, request_hash, 201, :body, :location from ended
      """
          .formatted(OPERATION);

  private final Session session;
  private final UploadLimits limits;
  private final Scopes scopes;
  private final InnerScope inner;

  UploadBook(Session session, UploadLimits limits, Scopes scopes, InnerScope inner) {
    this.session = session;
    this.limits = limits;
    this.scopes = scopes;
    this.inner = inner;
  }

  /** The answer that an upload got. */
  record Answer(String body, String location) {}

  /**
   * Takes the upload's Idempotency-Key and its bytes of the quota.
   *
   * @return the answer of an upload that had the same key and has ended
   * @throws ProblemException 404 without such an item; 409 while another has the key, or when the
   *     quota is used up; 422 when the key was another request's
   */
  @Transactional(Transactional.TxType.MANDATORY)
  Optional<Answer> claim(Upload upload, long bytes) {
    if (!enter(upload, bytes)) {
      throw ProblemException.of(UPLOAD_IN_PROGRESS, "Its answer is not known yet.")
          .withHeader("Retry-After", "3");
    }
    Object[] standing = standing(upload);
    if (standing[0] != null) {
      release(upload.file());
      if (!upload.requestHash().equals(standing[0])) {
        throw ProblemException.of(
            IDEMPOTENCY_KEY_REUSED, "Another request came with this Idempotency-Key before.");
      }
      return Optional.of(new Answer((String) standing[1], (String) standing[2]));
    }
    requireRoom((Boolean) standing[3], ofWholeClient((Long) standing[4]));
    return Optional.empty();
  }

  private boolean enter(Upload upload, long bytes) {
    return session
            .createNativeMutationQuery(CLAIM)
            .setParameter("file", upload.file())
            .setParameter("subject", upload.subject())
            .setParameter("key", upload.key())
            .setParameter("hash", upload.requestHash())
            .setParameter("bytes", bytes)
            .executeUpdate()
        == 1;
  }

  private Object[] standing(Upload upload) {
    return session
        .createNativeQuery(STANDING, Object[].class)
        .addScalar("request_hash", String.class)
        .addScalar("body", String.class)
        .addScalar("location", String.class)
        .addScalar("there", Boolean.class)
        .addScalar("bytes", Long.class)
        .setParameter("evidence", upload.evidence())
        .setParameter("subject", upload.subject())
        .setParameter("key", upload.key())
        .getSingleResult();
  }

  private long ofWholeClient(long seen) {
    return scopes.client().only() == null
        ? seen
        : inner.overWholeClient(
            () ->
                session
                    .createNativeQuery(BYTES, Long.class)
                    .addScalar("bytes", Long.class)
                    .getSingleResult());
  }

  private void requireRoom(boolean itemIsThere, long bytes) {
    if (!itemIsThere) {
      throw ProblemException.notFound();
    }
    if (bytes > limits.clientQuotaBytes()) {
      throw ProblemException.of(
          BYTE_QUOTA_REACHED,
          "With this file the client would keep more than %d bytes."
              .formatted(limits.clientQuotaBytes()));
    }
  }

  /** Whether the upload still has its claim; nobody can take it before this transaction ends. */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean isClaimed(UUID file) {
    return session
            .createNativeQuery(STILL_MINE, Long.class)
            .setParameter("file", file)
            .getSingleResult()
        == 1;
  }

  /** Gives the key and the bytes back. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void release(UUID file) {
    session.createNativeMutationQuery(RELEASE).setParameter("file", file).executeUpdate();
  }

  /** Ends the claim with the answer that its key repeats from now on. */
  @Transactional(Transactional.TxType.MANDATORY)
  void remember(UUID file, Answer answer) {
    session
        .createNativeMutationQuery(REMEMBER)
        .setParameter("file", file)
        .setParameter("body", answer.body())
        .setParameter("location", answer.location())
        .executeUpdate();
  }
}
