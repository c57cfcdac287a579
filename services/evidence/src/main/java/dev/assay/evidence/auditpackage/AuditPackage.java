package dev.assay.evidence.auditpackage;

import dev.assay.evidence.store.ObjectVersion;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A package as it stands now: read from the view over its rows. */
@Entity
@Immutable
@Table(name = "audit_package_current")
@SuppressWarnings("NullAway.Init") // Hibernate fills it.
class AuditPackage {

  @Id private UUID id;
  private LocalDate periodFrom;
  private LocalDate periodTo;
  private Instant knownAt;
  private String objectKey;
  private String askedBy;
  private Instant askedAt;

  @Enumerated(EnumType.STRING)
  private PackageState state;

  private Instant stateAt;
  private @Nullable String reason;
  private @Nullable String versionId;
  private @Nullable Instant retainUntil;
  private @Nullable Long sizeBytes;
  private @Nullable String sha256;
  private @Nullable Integer items;
  private @Nullable Integer files;
  private @Nullable Integer excluded;
  private @Nullable Integer filesDone;
  private @Nullable Integer filesTotal;
  private @Nullable Long bytesDone;
  private @Nullable Long bytesTotal;

  protected AuditPackage() {}

  /** What its bytes follow from. */
  PackageScope scope(UUID client) {
    return new PackageScope(client, periodFrom, periodTo, knownAt);
  }

  UUID id() {
    return id;
  }

  LocalDate periodFrom() {
    return periodFrom;
  }

  LocalDate periodTo() {
    return periodTo;
  }

  Instant knownAt() {
    return knownAt;
  }

  String objectKey() {
    return objectKey;
  }

  String askedBy() {
    return askedBy;
  }

  Instant askedAt() {
    return askedAt;
  }

  PackageState state() {
    return state;
  }

  Instant stateAt() {
    return stateAt;
  }

  Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  Optional<Instant> retainUntil() {
    return Optional.ofNullable(retainUntil);
  }

  /** Its announced bytes, from shortly before the store makes an object of them. */
  Optional<PackageBytes> bytes() {
    return sizeBytes == null || sha256 == null || items == null || files == null || excluded == null
        ? Optional.empty()
        : Optional.of(new PackageBytes(sizeBytes, sha256, items, files, excluded));
  }

  /** How far its build has come, once it has begun. */
  Optional<PackageProgress> progress() {
    return filesDone == null || filesTotal == null || bytesDone == null || bytesTotal == null
        ? Optional.empty()
        : Optional.of(new PackageProgress(filesDone, filesTotal, bytesDone, bytesTotal));
  }

  /** What the store holds of it, once it is SEALED. */
  Optional<ObjectVersion> version() {
    return Optional.ofNullable(versionId).map(version -> new ObjectVersion(objectKey, version));
  }
}
