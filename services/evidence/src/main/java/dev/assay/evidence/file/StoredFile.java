package dev.assay.evidence.file;

import dev.assay.evidence.store.ObjectVersion;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A file as it stands now: read from the view over its row and its steps. */
@Entity
@Immutable
@Table(name = "evidence_file_current")
@SuppressWarnings("NullAway.Init") // Hibernate fills it.
public class StoredFile {

  @Id private UUID id;
  private UUID evidenceId;
  private String name;
  private String mediaType;
  private long sizeBytes;
  private String sha256;
  private String bucket;
  private String objectKey;
  private String addedBy;
  private Instant addedAt;

  @Enumerated(EnumType.STRING)
  private FileState state;

  private Instant stateAt;
  private @Nullable String reason;
  private @Nullable String versionId;
  private @Nullable Instant retainUntil;
  private @Nullable String ruleSet;

  @Formula("(select f.supersedes from evidence_file f where f.id = id)")
  private @Nullable UUID supersedes;

  @Formula(
      "(select newer.id from evidence_file newer where newer.supersedes = id and not exists"
          + " (select 1 from evidence_transition gone where gone.client_id = newer.client_id"
          + " and gone.file_id = newer.id and gone.state in ('ABANDONED', 'QUARANTINED')))")
  private @Nullable UUID supersededBy;

  @Formula(
      "(select max(l.locked_until) from evidence_lock l"
          + " where l.client_id = client_id and l.file_id = id)")
  private @Nullable Instant lengthenedUntil;

  protected StoredFile() {}

  public UUID id() {
    return id;
  }

  public UUID evidenceId() {
    return evidenceId;
  }

  public FileName name() {
    return new FileName(name);
  }

  public MediaTypeName mediaType() {
    return new MediaTypeName(mediaType);
  }

  /** Bytes. */
  public long size() {
    return sizeBytes;
  }

  /** Of the whole file, lower-case hexadecimal. */
  public String sha256() {
    return sha256;
  }

  public String objectKey() {
    return objectKey;
  }

  public Instant addedAt() {
    return addedAt;
  }

  public FileState state() {
    return state;
  }

  public Instant stateAt() {
    return stateAt;
  }

  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  /** The end of its lock, as the store last confirmed it. */
  public Optional<Instant> retainUntil() {
    return Optional.ofNullable(lengthenedUntil == null ? retainUntil : lengthenedUntil);
  }

  public Optional<String> ruleSet() {
    return Optional.ofNullable(ruleSet);
  }

  /** The file that this is a new version of. */
  public Optional<UUID> supersedes() {
    return Optional.ofNullable(supersedes);
  }

  /** The stored file that is a new version of this one, which stays as it is. */
  public Optional<UUID> supersededBy() {
    return Optional.ofNullable(supersededBy);
  }

  /** It as it was announced. */
  public NewFile announced() {
    return new NewFile(
        id,
        evidenceId,
        name(),
        mediaType(),
        sizeBytes,
        sha256,
        bucket,
        objectKey,
        addedBy,
        addedAt,
        supersedes);
  }

  /** What the store holds of it, from UPLOADED on. */
  public Optional<ObjectVersion> version() {
    return Optional.ofNullable(versionId).map(version -> new ObjectVersion(objectKey, version));
  }
}
