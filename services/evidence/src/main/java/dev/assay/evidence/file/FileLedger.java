package dev.assay.evidence.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import org.jspecify.annotations.Nullable;

/** Adds files and the steps of their lives; nothing is ever changed or taken away. */
@ApplicationScoped
public class FileLedger {

  /** From the item's own row: an item that is not there takes no file. */
  private static final String ANNOUNCE =
      """
      with file as (
        insert into evidence_file (id, evidence_id, name, media_type, size_bytes, sha256, bucket,
                                   object_key, added_by, added_at, supersedes)
        select :id, e.id, :name, :type, :size, :sha256, :bucket, :key, :addedBy, :at,
               cast(:supersedes as uuid)
        from evidence e where e.id = :evidence
        returning id)
      insert into evidence_transition (file_id, state, step, at)
      select id, 'PENDING', 0, :at from file
      """;

  /** The unique keys decide between two that try at once. */
  private static final String ADVANCE =
      """
      insert into evidence_transition
        (file_id, state, previous, step, at, version_id, retain_until, rule_set, reason)
      values (:file, :state, :previous, :step, :at, :version, :until, :ruleSet, :reason)
      on conflict do nothing
      """;

  /** What was never stored, or cannot be shown, supersedes nothing. */
  private static final String SUPERSEDED =
      """
      select exists (
        select from evidence_file newer
        where newer.supersedes = f.id and not exists (
          select from evidence_transition gone
          where gone.client_id = newer.client_id and gone.file_id = newer.id
            and gone.state in ('ABANDONED', 'QUARANTINED')))
      from evidence_file_current f
      where f.id = :file and f.evidence_id = :evidence
        and f.state in ('UPLOADED', 'VERIFIED', 'SEALED')
      """;

  private final Session session;
  private final Clock clock;

  FileLedger(Session session, Clock clock) {
    this.session = session;
    this.clock = clock;
  }

  /**
   * Enters a file as PENDING.
   *
   * @return false when there is no such item
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean announce(NewFile file) {
    return session
            .createNativeMutationQuery(ANNOUNCE)
            .setParameter("id", file.id())
            .setParameter("evidence", file.evidenceId())
            .setParameter("name", file.name().text())
            .setParameter("type", file.mediaType().text())
            .setParameter("size", file.size())
            .setParameter("sha256", file.sha256())
            .setParameter("bucket", file.bucket())
            .setParameter("key", file.objectKey())
            .setParameter("addedBy", file.addedBy())
            .setParameter("at", file.arrivedAt())
            .setParameter("supersedes", file.supersedes(), UUID.class)
            .executeUpdate()
        == 1;
  }

  /**
   * Whether a file of this item already has a newer version; empty when the item has no such file
   * that is stored.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Boolean> isSuperseded(UUID evidence, UUID file) {
    return session
        .createNativeQuery(SUPERSEDED, Boolean.class)
        .setParameter("file", file)
        .setParameter("evidence", evidence)
        .uniqueResultOptional();
  }

  /**
   * Takes one step.
   *
   * @return when; empty when the file has already left {@code from}: somebody else moved it
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Instant> advance(UUID file, FileState from, Step step) {
    if (!from.mayBecome(step.state())) {
      throw new IllegalArgumentException(from + " cannot become " + step.state());
    }
    Instant at = now();
    MutationQuery insert =
        session
            .createNativeMutationQuery(ADVANCE)
            .setParameter("file", file)
            .setParameter("state", step.state().name())
            .setParameter("previous", from.name())
            .setParameter("step", step.state().stepAfter(from))
            .setParameter("at", at);
    switch (step) {
      case Step.Uploaded(String version, Instant until) ->
          facts(insert, version, until, null, null);
      case Step.Verified() -> facts(insert, null, null, null, null);
      case Step.Sealed(Instant until, String rule) -> facts(insert, null, until, rule, null);
      case Step.Abandoned(String reason) -> facts(insert, null, null, null, reason);
      case Step.Quarantined quarantined ->
          facts(insert, quarantined.versionId(), null, null, quarantined.reason());
    }
    return insert.executeUpdate() == 1 ? Optional.of(at) : Optional.empty();
  }

  private static void facts(
      MutationQuery insert,
      @Nullable String version,
      @Nullable Instant until,
      @Nullable String ruleSet,
      @Nullable String reason) {
    insert
        .setParameter("version", version, String.class)
        .setParameter("until", until, Instant.class)
        .setParameter("ruleSet", ruleSet, String.class)
        .setParameter("reason", reason, String.class);
  }

  private Instant now() {
    return clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
  }
}
