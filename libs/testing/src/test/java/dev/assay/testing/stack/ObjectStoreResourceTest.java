package dev.assay.testing.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.local.objectstore.S3;
import dev.assay.local.objectstore.StoreAccess;
import dev.assay.testing.outage.PartOutage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The store that services are tested on enforces what evidence relies on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObjectStoreResourceTest {

  private final ObjectStoreResource store = new ObjectStoreResource();
  private final Instant until = Instant.now().plus(Duration.ofDays(2));
  private S3Client upload;

  @BeforeAll
  void start() {
    store.init(Map.of("outage", "true"));
    Map<String, String> config = store.start();
    var keys =
        new StoreAccess.Keys(
            config.get("assay.store.evidence.access-key"),
            config.get("assay.store.evidence.secret-key"));
    upload =
        S3.client(
            new StoreAccess(
                URI.create(config.get("assay.store.endpoint")),
                config.get("assay.store.region"),
                config.get("assay.store.evidence.bucket"),
                keys,
                keys),
            keys);
  }

  @AfterAll
  void stop() {
    upload.close();
    store.stop();
  }

  private String newVersion(String key) {
    return upload
        .putObject(
            r ->
                r.bucket(TestStore.bucket())
                    .key(key)
                    .objectLockMode(ObjectLockMode.COMPLIANCE)
                    .objectLockRetainUntilDate(until),
            RequestBody.fromString("bytes"))
        .versionId();
  }

  private static void refused(Runnable attempt) {
    assertThatThrownBy(attempt::run)
        .isInstanceOfSatisfying(
            S3Exception.class, refusal -> assertThat(refusal.statusCode()).isEqualTo(403));
  }

  @Test
  void letsTheUploadKeyKeepAndReadAndNothingElse() {
    String key = UUID.randomUUID().toString();
    String bucket = TestStore.bucket();
    String version = newVersion(key);

    assertThat(
            upload
                .getObjectAsBytes(r -> r.bucket(bucket).key(key).versionId(version))
                .asUtf8String())
        .isEqualTo("bytes");
    assertThat(TestStore.versions()).contains(key + "@" + version);
    refused(() -> upload.deleteObject(r -> r.bucket(bucket).key(key).versionId(version)));
    refused(
        () ->
            upload.deleteObject(
                r -> r.bucket(bucket).key(key).versionId(version).bypassGovernanceRetention(true)));
    refused(() -> upload.putBucketPolicy(r -> r.bucket(bucket).policy("{}")));
    refused(
        () ->
            upload.putBucketVersioning(
                r -> r.bucket(bucket).versioningConfiguration(v -> v.status("Suspended"))));
  }

  @Test
  void letsNotEvenTheRootKeyUndoALock() {
    String key = UUID.randomUUID().toString();
    String version = newVersion(key);

    try (S3Client root = TestStore.root()) {
      refused(
          () -> root.deleteObject(r -> r.bucket(TestStore.bucket()).key(key).versionId(version)));
      refused(
          () ->
              root.putObjectRetention(
                  r ->
                      r.bucket(TestStore.bucket())
                          .key(key)
                          .versionId(version)
                          .retention(
                              l ->
                                  l.mode(ObjectLockRetentionMode.COMPLIANCE)
                                      .retainUntilDate(until.minus(Duration.ofDays(1))))));
    }
    assertThat(TestStore.versions()).contains(key + "@" + version);
  }

  @Test
  void standsBehindItsOutage() {
    PartOutage.whileDead(
        ObjectStoreResource.PART,
        () -> assertThatThrownBy(() -> newVersion("while dead")).isInstanceOf(SdkException.class));

    assertThat(newVersion(UUID.randomUUID().toString())).isNotBlank();
  }
}
