package dev.assay.evidence.auditpackage;

import java.time.Instant;
import java.util.UUID;

/** A SEALED file as the package takes it along. */
record PackagedFile(
    UUID item,
    UUID id,
    String name,
    String mediaType,
    long size,
    String sha256,
    String addedBy,
    Instant addedAt,
    Instant sealedAt,
    String objectKey,
    String versionId,
    Instant retainUntil,
    String ruleSet) {

  private static final int LONGEST_NAME = 100;

  /**
   * Its place in the package: sorted as the ids are, unpacked without harm on every system, and
   * never outside the folder. The name that the file came with is in the manifest.
   */
  String path() {
    String safe = name.replaceAll("[^A-Za-z0-9._-]", "_");
    if (safe.length() > LONGEST_NAME) {
      // The end says what kind of file it is.
      safe = safe.substring(safe.length() - LONGEST_NAME);
    }
    return "evidence/%s/%s-%s".formatted(item, id, safe.replaceAll("\\.+$", "_"));
  }
}
