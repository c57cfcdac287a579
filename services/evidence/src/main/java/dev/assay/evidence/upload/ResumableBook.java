package dev.assay.evidence.upload;

import static dev.assay.evidence.EvidenceProblem.PART_DIFFERS;

import dev.assay.http.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Uploads in parts and the parts that are here; each lives as long as its claim. */
@ApplicationScoped
class ResumableBook {

  private static final String BEGIN =
      """
      insert into resumable_upload (file_id, evidence_id, subject, name, media_type, size_bytes,
                                    sha256, supersedes, part_bytes, begun_at, expires_at)
      values (:file, :evidence, :subject, :name, :type, :size,
              :sha256, cast(:supersedes as uuid), :part, :at, :expires)
      """;
  private static final String FIND =
      """
      select file_id, evidence_id, name, media_type, size_bytes, sha256, supersedes, part_bytes,
             parts_taken, store_upload_id, completing_at is not null as completing, begun_at,
             expires_at
      from resumable_upload
      where file_id = :file and evidence_id = :evidence and subject = :subject
      """;
  private static final String KEEP_STORE_ID =
      """
      update resumable_upload set store_upload_id = coalesce(store_upload_id, :store)
      where file_id = :file returning store_upload_id
      """;
  private static final String TAKEN =
      """
      select parts_taken, digest_state from resumable_upload
      where file_id = :file and completing_at is null for update
      """;
  private static final String ADD =
      """
      with part as (
        insert into resumable_part (file_id, number, size_bytes, sha256, etag, taken_at)
        values (:file, :number, :size, :sha256, :etag, :at))
      update resumable_upload set parts_taken = :number, digest_state = :state, expires_at = :expires
      where file_id = :file
      """;
  private static final String PARTS =
      """
      select number, size_bytes, sha256, etag, taken_at from resumable_part
      where file_id = :file and number > :after order by number limit :most
      """;
  private static final String COMPLETING =
      """
      update resumable_upload set completing_at = :at
      where file_id = :file and completing_at is null
      """;

  private final Session session;
  private final Clock clock;

  ResumableBook(Session session, Clock clock) {
    this.session = session;
    this.clock = clock;
  }

  /** What came of a part that wants its place in the digest. */
  sealed interface Turn {

    /** It is in its place now, or was already. */
    record Taken(TakenPart part) implements Turn {}

    /** Earlier parts are missing. */
    record NotYet(int next) implements Turn {}

    /** The upload has ended, or is ending. */
    record Over() implements Turn {}
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void begin(Upload upload, long size, String sha256, Duration life) {
    Instant at = now();
    session
        .createNativeMutationQuery(BEGIN)
        .setParameter("file", upload.file())
        .setParameter("evidence", upload.evidence())
        .setParameter("subject", upload.subject())
        .setParameter("name", upload.said().name().text())
        .setParameter("type", upload.said().mediaType().text())
        .setParameter("size", size)
        .setParameter("sha256", sha256)
        .setParameter("supersedes", upload.said().supersedes(), UUID.class)
        .setParameter("part", (long) BodyMemory.PART)
        .setParameter("at", at)
        .setParameter("expires", at.plus(life))
        .executeUpdate();
  }

  /** The upload, when this subject began it for this item. */
  @Transactional(Transactional.TxType.MANDATORY)
  Optional<ResumableUpload> find(UUID evidence, UUID file, String subject) {
    return session
        .createNativeQuery(FIND, Object[].class)
        .addScalar("file_id", UUID.class)
        .addScalar("evidence_id", UUID.class)
        .addScalar("name", String.class)
        .addScalar("media_type", String.class)
        .addScalar("size_bytes", Long.class)
        .addScalar("sha256", String.class)
        .addScalar("supersedes", UUID.class)
        .addScalar("part_bytes", Long.class)
        .addScalar("parts_taken", Integer.class)
        .addScalar("store_upload_id", String.class)
        .addScalar("completing", Boolean.class)
        .addScalar("begun_at", Instant.class)
        .addScalar("expires_at", Instant.class)
        .setParameter("file", file)
        .setParameter("evidence", evidence)
        .setParameter("subject", subject)
        .uniqueResultOptional()
        .map(
            row ->
                new ResumableUpload(
                    (UUID) row[0],
                    (UUID) row[1],
                    (String) row[2],
                    (String) row[3],
                    (Long) row[4],
                    (String) row[5],
                    (UUID) row[6],
                    (Long) row[7],
                    (Integer) row[8],
                    (String) row[9],
                    (Boolean) row[10],
                    (Instant) row[11],
                    (Instant) row[12]));
  }

  /**
   * Keeps what the store calls the upload, unless another request was first.
   *
   * @return what it is called from now on; empty when the upload has ended
   */
  @Transactional(Transactional.TxType.MANDATORY)
  Optional<String> keepStoreId(UUID file, String storeUploadId) {
    return session
        .createNativeQuery(KEEP_STORE_ID, String.class)
        .addScalar("store_upload_id", String.class)
        .setParameter("file", file)
        .setParameter("store", storeUploadId)
        .getResultStream()
        .findFirst();
  }

  /** Puts a part that the store has in its place in the digest, once the one before it is there. */
  @Transactional(Transactional.TxType.MANDATORY)
  Turn take(UUID file, TakenPart part, byte[] bytes, Duration life) {
    Optional<Object[]> standing =
        session
            .createNativeQuery(TAKEN, Object[].class)
            .addScalar("parts_taken", Integer.class)
            .addScalar("digest_state", byte[].class)
            .setParameter("file", file)
            .uniqueResultOptional();
    if (standing.isEmpty()) {
      return new Turn.Over();
    }
    int taken = (Integer) standing.get()[0];
    if (part.number() <= taken) {
      return new Turn.Taken(requireSame(file, part.number(), part.sha256()));
    }
    if (part.number() > taken + 1) {
      return new Turn.NotYet(taken + 1);
    }
    var chain = new ChainedSha256((byte[]) standing.get()[1]);
    chain.update(bytes, Math.toIntExact(part.size()));
    session
        .createNativeMutationQuery(ADD)
        .setParameter("file", file)
        .setParameter("number", part.number())
        .setParameter("size", part.size())
        .setParameter("sha256", part.sha256())
        .setParameter("etag", part.etag())
        .setParameter("at", part.takenAt())
        .setParameter("state", chain.state())
        .setParameter("expires", now().plus(life))
        .executeUpdate();
    return new Turn.Taken(part);
  }

  /**
   * The part that is here already.
   *
   * @throws ProblemException 409 when it has other bytes: its digest is in the file's by now
   */
  @Transactional(Transactional.TxType.MANDATORY)
  TakenPart requireSame(UUID file, int number, String sha256) {
    TakenPart here = parts(file, number - 1, 1).getFirst();
    if (!here.sha256().equals(sha256)) {
      throw ProblemException.of(
          PART_DIFFERS, "Part %d came before with other bytes.".formatted(number));
    }
    return here;
  }

  /** Parts that are here, after this number. */
  @Transactional(Transactional.TxType.MANDATORY)
  List<TakenPart> parts(UUID file, int after, int most) {
    return rows(
        session
            .createNativeQuery(PARTS, Object[].class)
            .setParameter("file", file)
            .setParameter("after", after)
            .setParameter("most", most));
  }

  /** The digest of all parts that are here, in lower-case hexadecimal. */
  @Transactional(Transactional.TxType.MANDATORY)
  String sha256(UUID file) {
    byte[] state =
        session
            .createNativeQuery(
                "select digest_state from resumable_upload where file_id = :file", byte[].class)
            .setParameter("file", file)
            .getSingleResult();
    return new ChainedSha256(state).hex();
  }

  /** Whether there is such an upload, whoever began it. */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean isThere(UUID file) {
    return session
            .createNativeQuery(
                "select count(*) from resumable_upload where file_id = :file", Long.class)
            .setParameter("file", file)
            .getSingleResult()
        > 0;
  }

  /** Of two that want to end the upload, one does; nothing more can be added to it. */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean end(UUID file) {
    return session
            .createNativeMutationQuery(COMPLETING)
            .setParameter("file", file)
            .setParameter("at", now())
            .executeUpdate()
        == 1;
  }

  private static List<TakenPart> rows(NativeQuery<Object[]> query) {
    return query
        .addScalar("number", Integer.class)
        .addScalar("size_bytes", Long.class)
        .addScalar("sha256", String.class)
        .addScalar("etag", String.class)
        .addScalar("taken_at", Instant.class)
        .getResultStream()
        .map(
            row ->
                new TakenPart(
                    (Integer) row[0],
                    (Long) row[1],
                    (String) row[2],
                    (String) row[3],
                    (Instant) row[4]))
        .toList();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
