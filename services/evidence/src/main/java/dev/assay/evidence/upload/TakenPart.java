package dev.assay.evidence.upload;

import java.time.Instant;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * A part that the store has.
 *
 * @param etag what the store calls these very bytes
 */
record TakenPart(int number, long size, String sha256, String etag, Instant takenAt) {

  CompletedPart completed() {
    return CompletedPart.builder().partNumber(number).eTag(etag).build();
  }
}
