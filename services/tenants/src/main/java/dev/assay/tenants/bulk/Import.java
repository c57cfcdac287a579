package dev.assay.tenants.bulk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One file that an MSP brought in. Batches write to it past Hibernate. */
@Entity
@Table(name = "client_import")
class Import {

  @Id UUID id;

  @Column(updatable = false)
  @Enumerated(EnumType.STRING)
  ImportFormat format;

  @Column(updatable = false)
  boolean dryRun;

  @Column(updatable = false)
  String sha256;

  @Column(updatable = false)
  long sizeBytes;

  @Column(updatable = false)
  String startedBy;

  @Column(updatable = false)
  String idempotencyKey;

  @Column(updatable = false)
  Instant startedAt;

  @Column(insertable = false, updatable = false)
  @Nullable Instant finishedAt;

  @Column(insertable = false, updatable = false)
  int rowsDone;

  @Column(insertable = false, updatable = false)
  int created;

  @Column(insertable = false, updatable = false)
  int unchanged;

  @Column(insertable = false, updatable = false)
  int rejected;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected Import() {}

  Import(
      UUID id,
      ImportFormat format,
      boolean dryRun,
      ReceivedFile file,
      String startedBy,
      String idempotencyKey,
      Instant startedAt) {
    this.id = id;
    this.format = format;
    this.dryRun = dryRun;
    this.sha256 = file.sha256();
    this.sizeBytes = file.size();
    this.startedBy = startedBy;
    this.idempotencyKey = idempotencyKey;
    this.startedAt = startedAt;
  }

  boolean isFinished() {
    return finishedAt != null;
  }

  /** Whether the same file came with the same wish. */
  boolean isOf(ImportFormat format, boolean dryRun, ReceivedFile file) {
    return this.format == format && this.dryRun == dryRun && this.sha256.equals(file.sha256());
  }
}
