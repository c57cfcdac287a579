package dev.assay.tenants.bulk;

import dev.assay.http.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The imports of the MSP in whose scope we are, and what became of their rows. */
@ApplicationScoped
class Imports {

  private final EntityManager entities;

  Imports(EntityManager entities) {
    this.entities = entities;
  }

  Optional<Import> find(UUID id) {
    return entities
        .createQuery("from Import where id = :id", Import.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /** The one that a caller began with this key, for which the row is held until the end. */
  Optional<Import> begunWith(String startedBy, String key) {
    return entities
        .createQuery("from Import where startedBy = :by and idempotencyKey = :key", Import.class)
        .setParameter("by", startedBy)
        .setParameter("key", key)
        .getResultStream()
        .findFirst();
  }

  /** Writes a new one now; false when somebody has begun it in the meantime. */
  boolean begin(Import begun) {
    int written =
        entities
            .createNativeQuery(
                """
                insert into client_import
                  (id, format, dry_run, sha256, size_bytes, started_by, idempotency_key, started_at)
                values (:id, :format, :dryRun, :sha256, :size, :by, :key, :at)
                on conflict do nothing
                """)
            .setParameter("id", begun.id)
            .setParameter("format", begun.format.name())
            .setParameter("dryRun", begun.dryRun)
            .setParameter("sha256", begun.sha256)
            .setParameter("size", begun.sizeBytes)
            .setParameter("by", begun.startedBy)
            .setParameter("key", begun.idempotencyKey)
            .setParameter("at", begun.startedAt)
            .executeUpdate();
    return written == 1;
  }

  void finish(UUID id, Instant at) {
    entities
        .createNativeQuery(
            "update client_import set finished_at = :at where id = :id and finished_at is null")
        .setParameter("at", at)
        .setParameter("id", id)
        .executeUpdate();
  }

  /** Newest first. */
  List<Import> page(PageRequest request) {
    UUID before = request.after(UUID::fromString).orElse(new UUID(-1, -1));
    return entities
        .createQuery("from Import where id < :before order by id desc", Import.class)
        .setParameter("before", before)
        .setMaxResults(request.fetchSize())
        .getResultList();
  }

  /** In the order of the file. */
  List<ImportResult> results(UUID id, @Nullable ImportOutcome outcome, PageRequest request) {
    var query =
        entities
            .createQuery(
                "from ImportResult where importId = :id and rowNumber > :after"
                    + (outcome == null ? "" : " and outcome = :outcome")
                    + " order by rowNumber",
                ImportResult.class)
            .setParameter("id", id)
            .setParameter("after", request.after(Integer::valueOf).orElse(0))
            .setMaxResults(request.fetchSize());
    return (outcome == null ? query : query.setParameter("outcome", outcome)).getResultList();
  }

  /** The rows that earlier batches of this import did not take. */
  Set<Integer> rejectedRows(UUID id) {
    return new HashSet<>(
        entities
            .createQuery(
                "select rowNumber from ImportResult where importId = :id and outcome = REJECTED",
                Integer.class)
            .setParameter("id", id)
            .getResultList());
  }
}
