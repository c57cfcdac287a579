package dev.assay.evidence.file;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Files as they stand now. */
@ApplicationScoped
public class StoredFiles implements PanacheRepositoryBase<StoredFile, UUID> {

  private static final String HISTORY =
      """
      select state, at, reason from evidence_transition where file_id = :file order by step
      """;

  private final Session session;

  StoredFiles(Session session) {
    this.session = session;
  }

  /** A file of this item. */
  public Optional<StoredFile> of(UUID evidence, UUID file) {
    return find("id = ?1 and evidenceId = ?2", file, evidence).firstResultOptional();
  }

  /** The item's files in order of arrival, without those that never came to be stored. */
  public List<StoredFile> of(UUID evidence) {
    return list("evidenceId = ?1 and state <> ?2 order by id", evidence, FileState.ABANDONED);
  }

  /** Every state that the file has been in, first to last. */
  List<FileHistoryEntry> history(UUID file) {
    return session
        .createNativeQuery(HISTORY, Object[].class)
        .addScalar("state", String.class)
        .addScalar("at", Instant.class)
        .addScalar("reason", String.class)
        .setParameter("file", file)
        .getResultStream()
        .map(
            row ->
                new FileHistoryEntry(
                    FileState.valueOf((String) row[0]), (Instant) row[1], (String) row[2]))
        .toList();
  }
}
