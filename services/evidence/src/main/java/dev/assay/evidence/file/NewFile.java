package dev.assay.evidence.file;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was received, before the store makes an object of it.
 *
 * @param id made by us: the object's key depends on it
 * @param size bytes, counted by us
 * @param sha256 of the whole file in lower-case hexadecimal, computed by us
 * @param supersedes the file that this is a new version of, or null
 */
public record NewFile(
    UUID id,
    UUID evidenceId,
    FileName name,
    MediaTypeName mediaType,
    long size,
    String sha256,
    String bucket,
    String objectKey,
    String addedBy,
    Instant arrivedAt,
    @Nullable UUID supersedes) {

  /** A file that is no new version of another. */
  public NewFile(
      UUID id,
      UUID evidenceId,
      FileName name,
      MediaTypeName mediaType,
      long size,
      String sha256,
      String bucket,
      String objectKey,
      String addedBy,
      Instant arrivedAt) {
    this(
        id, evidenceId, name, mediaType, size, sha256, bucket, objectKey, addedBy, arrivedAt, null);
  }
}
