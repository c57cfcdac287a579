package dev.assay.evidence.upload;

import static dev.assay.evidence.EvidenceProblem.PART_NOT_OF_THIS_UPLOAD;
import static dev.assay.evidence.EvidenceProblem.PART_SIZE_WRONG;
import static dev.assay.evidence.EvidenceProblem.UPLOAD_INCOMPLETE;

import dev.assay.http.problem.ProblemException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An upload in parts as it stands: every part but the last is as large as the first, so that a
 * number and a size say whether a part is one of this file.
 *
 * @param file id that the file will have
 * @param partBytes size of every part but the last
 * @param taken parts that are in the store, from the first without a gap
 */
record ResumableUpload(
    UUID file,
    UUID evidence,
    String name,
    String mediaType,
    long size,
    String sha256,
    @Nullable UUID supersedes,
    long partBytes,
    int taken,
    @Nullable String storeUploadId,
    boolean completing,
    Instant begunAt,
    Instant expiresAt) {

  /** How many parts the file has. */
  int parts() {
    return Math.toIntExact((size + partBytes - 1) / partBytes);
  }

  /** How many bytes a part must have. */
  int sizeOf(int number) {
    requirePart(number);
    return Math.toIntExact(number < parts() ? partBytes : size - partBytes * (number - 1L));
  }

  private void requirePart(int number) {
    if (number < 1 || number > parts()) {
      throw ProblemException.of(
          PART_NOT_OF_THIS_UPLOAD, "This file has the parts 1 to %d.".formatted(parts()));
    }
  }

  /** Refuses a part that is too small or too large to stand in its place. */
  void requireSize(int number, long bytes) {
    if (bytes != sizeOf(number)) {
      throw ProblemException.of(
          PART_SIZE_WRONG,
          "Part %d of this file has %d bytes, not %d.".formatted(number, sizeOf(number), bytes));
    }
  }

  /** Refuses to go on while parts are missing. */
  void requireWhole() {
    if (taken < parts()) {
      throw ProblemException.of(
          UPLOAD_INCOMPLETE, "The parts %d to %d are missing.".formatted(taken + 1, parts()));
    }
  }
}
