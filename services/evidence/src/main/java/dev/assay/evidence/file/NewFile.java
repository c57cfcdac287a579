package dev.assay.evidence.file;

import java.time.Instant;
import java.util.UUID;

/**
 * What was received, before the store makes an object of it.
 *
 * @param id made by us: the object's key depends on it
 * @param size bytes, counted by us
 * @param sha256 of the whole file in lower-case hexadecimal, computed by us
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
    Instant arrivedAt) {}
