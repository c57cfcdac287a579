package dev.assay.local.objectstore;

import dev.assay.local.layout.Exit;
import dev.assay.local.layout.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Proves with the strongest key that the store enforces COMPLIANCE: many servers store a retention
 * and then let the delete through.
 */
public final class LockProbe {
  private static final String PREFIX = "assay-lock-probe/";
  private static final Duration LOCK = Duration.ofMinutes(2);

  private final S3Client root;
  private final String bucket;

  public LockProbe(S3Client root, String bucket) {
    this.root = root;
    this.bucket = bucket;
  }

  /**
   * Writes one small object under a lock of two minutes and refuses the store if that lock can be
   * undone.
   */
  public void run() {
    try {
      requireLockOnBucket();
      sweepExpired();
      Instant until = Instant.now().plus(LOCK).truncatedTo(ChronoUnit.SECONDS);
      String key = PREFIX + UUID.randomUUID();
      String version =
          root.putObject(
                  r ->
                      r.bucket(bucket)
                          .key(key)
                          .objectLockMode(ObjectLockMode.COMPLIANCE)
                          .objectLockRetainUntilDate(until),
                  RequestBody.fromString("lock probe"))
              .versionId();
      requireRefused(
          "deletes a version that is under a COMPLIANCE lock",
          () -> root.deleteObject(r -> r.bucket(bucket).key(key).versionId(version)));
      requireRefused(
          "deletes a locked version when asked to bypass governance",
          () ->
              root.deleteObject(
                  r ->
                      r.bucket(bucket)
                          .key(key)
                          .versionId(version)
                          .bypassGovernanceRetention(true)));
      requireRefused(
          "shortens a COMPLIANCE lock",
          () ->
              root.putObjectRetention(
                  r ->
                      r.bucket(bucket)
                          .key(key)
                          .versionId(version)
                          .retention(
                              t ->
                                  t.mode(ObjectLockRetentionMode.COMPLIANCE)
                                      .retainUntilDate(until.minusSeconds(60)))));
      root.headObject(r -> r.bucket(bucket).key(key).versionId(version));
    } catch (SdkException e) {
      throw unsafe("does not answer the lock probe as S3 does (" + e.getMessage() + ")");
    }
  }

  private void requireLockOnBucket() {
    try {
      var lock = root.getObjectLockConfiguration(r -> r.bucket(bucket)).objectLockConfiguration();
      if (lock == null || lock.objectLockEnabled() != ObjectLockEnabled.ENABLED) {
        throw unsafe("has no Object Lock on bucket " + bucket);
      }
    } catch (S3Exception e) {
      throw unsafe("has no Object Lock on bucket " + bucket);
    }
  }

  private void sweepExpired() {
    Instant old = Instant.now().minus(LOCK);
    root.listObjectVersions(r -> r.bucket(bucket).prefix(PREFIX)).versions().stream()
        .filter(version -> version.lastModified().isBefore(old.minusSeconds(5)))
        .forEach(
            version ->
                root.deleteObject(
                    r -> r.bucket(bucket).key(version.key()).versionId(version.versionId())));
  }

  private void requireRefused(String sin, Runnable attempt) {
    try {
      attempt.run();
    } catch (S3Exception refused) {
      if (refused.statusCode() >= 400 && refused.statusCode() < 500) {
        return;
      }
      throw refused;
    }
    throw unsafe(sin);
  }

  private static Refusal unsafe(String what) {
    return new Refusal(
        Exit.STORE_UNSAFE,
        "The object store " + what + ", so evidence would not be safe in it: use another store.");
  }
}
