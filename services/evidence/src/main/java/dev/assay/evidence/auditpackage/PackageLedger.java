package dev.assay.evidence.auditpackage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import org.jspecify.annotations.Nullable;

/** Adds packages and the steps of their lives; only progress is ever written over. */
@ApplicationScoped
class PackageLedger {

  private static final String ASK =
      """
      with package as (
        insert into audit_package (id, period_from, period_to, known_at, bucket, object_key,
                                   asked_by, asked_at)
        values (:id, :from, :to, :knownAt, :bucket, :key, :askedBy, :at)
        returning id)
      insert into audit_package_step (package_id, state, step, at)
      select id, 'ASKED', 0, :at from package
      """;

  /** The unique keys decide between two that try at once. */
  private static final String ADVANCE =
      """
      insert into audit_package_step
        (package_id, state, previous, step, at, version_id, retain_until, reason)
      values (:package, :state, :previous, :step, :at, :version, :until, :reason)
      on conflict do nothing
      """;

  private static final String ANNOUNCE =
      """
      insert into audit_package_bytes
        (package_id, size_bytes, sha256, items, files, excluded, retain_until, at)
      values (:package, :size, :sha256, :items, :files, :excluded, :until, :at)
      on conflict do nothing
      """;
  private static final String ANNOUNCED_LOCK =
      "select retain_until from audit_package_bytes where package_id = :package";

  private static final String PROGRESS =
      """
      insert into audit_package_progress
        (package_id, files_done, files_total, bytes_done, bytes_total, at)
      values (:package, :files, :allFiles, :bytes, :allBytes, :at)
      on conflict (client_id, package_id) do update
      set files_done = excluded.files_done, files_total = excluded.files_total,
          bytes_done = excluded.bytes_done, bytes_total = excluded.bytes_total, at = excluded.at
      """;

  private final Session session;
  private final Clock clock;

  PackageLedger(Session session, Clock clock) {
    this.session = session;
    this.clock = clock;
  }

  /** Enters a package as ASKED. */
  @Transactional(Transactional.TxType.MANDATORY)
  void ask(UUID id, PackageScope scope, String bucket, String askedBy, Instant at) {
    session
        .createNativeMutationQuery(ASK)
        .setParameter("id", id)
        .setParameter("from", scope.from())
        .setParameter("to", scope.to())
        .setParameter("knownAt", scope.knownAt())
        .setParameter("bucket", bucket)
        .setParameter("key", scope.client() + "/" + id)
        .setParameter("askedBy", askedBy)
        .setParameter("at", at)
        .executeUpdate();
  }

  /** ASKED → BUILDING; false when somebody has begun before, which is no matter. */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean begin(UUID id) {
    return facts(step(id, PackageState.BUILDING, PackageState.ASKED, 1), null, null, null);
  }

  /** BUILDING → SEALED; false when it has left BUILDING already. */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean seal(UUID id, String version, Instant until) {
    return facts(step(id, PackageState.SEALED, PackageState.BUILDING, 2), version, until, null);
  }

  /** BUILDING → FAILED; false when it has left BUILDING already. */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean fail(UUID id, FailureReason reason) {
    return facts(
        step(id, PackageState.FAILED, PackageState.BUILDING, 2), null, null, reason.name());
  }

  private MutationQuery step(UUID id, PackageState state, PackageState from, int number) {
    return session
        .createNativeMutationQuery(ADVANCE)
        .setParameter("package", id)
        .setParameter("state", state.name())
        .setParameter("previous", from.name())
        .setParameter("step", number)
        .setParameter("at", now());
  }

  private static boolean facts(
      MutationQuery insert,
      @Nullable String version,
      @Nullable Instant until,
      @Nullable String reason) {
    return insert
            .setParameter("version", version, String.class)
            .setParameter("until", until, Instant.class)
            .setParameter("reason", reason, String.class)
            .executeUpdate()
        == 1;
  }

  /** Writes down what the bytes are; the first announcement stands. */
  @Transactional(Transactional.TxType.MANDATORY)
  void announce(UUID id, PackageBytes bytes, Instant retainUntil) {
    session
        .createNativeMutationQuery(ANNOUNCE)
        .setParameter("package", id)
        .setParameter("size", bytes.size())
        .setParameter("sha256", bytes.sha256())
        .setParameter("items", bytes.items())
        .setParameter("files", bytes.files())
        .setParameter("excluded", bytes.excluded())
        .setParameter("until", retainUntil)
        .setParameter("at", now())
        .executeUpdate();
  }

  /** Until when an announced package is to be locked. */
  @Transactional(Transactional.TxType.MANDATORY)
  Instant announcedLock(UUID id) {
    return session
        .createNativeQuery(ANNOUNCED_LOCK, Instant.class)
        .setParameter("package", id)
        .getSingleResult();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void progress(UUID id, PackageProgress progress) {
    session
        .createNativeMutationQuery(PROGRESS)
        .setParameter("package", id)
        .setParameter("files", progress.filesDone())
        .setParameter("allFiles", progress.filesTotal())
        .setParameter("bytes", progress.bytesDone())
        .setParameter("allBytes", progress.bytesTotal())
        .setParameter("at", now())
        .executeUpdate();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
