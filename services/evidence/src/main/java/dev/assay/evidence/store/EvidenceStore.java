package dev.assay.evidence.store;

import dev.assay.tenancy.scope.OutsideTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * What evidence asks of the object store: bytes go in under a COMPLIANCE lock, come out by version
 * id, and locks only ever grow. Nothing here deletes an object.
 */
@ApplicationScoped
public class EvidenceStore {

  private static final String OCTETS = "application/octet-stream";

  /** Completing joins the parts, so it may take longer the more there are. */
  private static final Duration COMPLETE_PER_PART = Duration.ofMillis(10);

  private final S3Client s3;
  private final StoreSettings settings;
  private final OutsideTransactions outside;
  private final Clock clock;

  EvidenceStore(S3Client s3, StoreSettings settings, OutsideTransactions outside, Clock clock) {
    this.s3 = s3;
    this.settings = settings;
    this.outside = outside;
    this.clock = clock;
  }

  /** The bucket that everything goes to. */
  public String bucket() {
    return settings.evidence().bucket();
  }

  /** The end of the lock that an object is born with now, in whole seconds as stores keep it. */
  public Instant firstLock() {
    return clock.instant().plus(settings.evidence().firstLock()).truncatedTo(ChronoUnit.SECONDS);
  }

  /** Asks whether the store is there at all, and gives up sooner than other calls do. */
  public void probe() {
    call(
        "answer",
        () ->
            s3.headBucket(
                r ->
                    r.bucket(bucket())
                        .overrideConfiguration(o -> o.apiCallTimeout(settings.probeTimeout()))));
  }

  /** Stores a whole object, locked from its first moment. */
  public ObjectVersion put(String key, ByteBuffer body, Instant lockedUntil) {
    String md5 = md5(body);
    var stored =
        call(
            "store an object",
            () ->
                s3.putObject(
                    r ->
                        r.bucket(bucket())
                            .key(key)
                            .contentType(OCTETS)
                            .contentMD5(md5)
                            .objectLockMode(ObjectLockMode.COMPLIANCE)
                            .objectLockRetainUntilDate(lockedUntil),
                    bytes(body)));
    return new ObjectVersion(key, stored.versionId());
  }

  /** Begins an object in parts; it comes to be, locked, when it is completed. */
  public String begin(String key, Instant lockedUntil) {
    return call(
            "begin a multipart upload",
            () ->
                s3.createMultipartUpload(
                    r ->
                        r.bucket(bucket())
                            .key(key)
                            .contentType(OCTETS)
                            .objectLockMode(ObjectLockMode.COMPLIANCE)
                            .objectLockRetainUntilDate(lockedUntil)))
        .uploadId();
  }

  /** Stores one part, numbered from 1. */
  public CompletedPart putPart(String key, String uploadId, int number, ByteBuffer body) {
    String md5 = md5(body);
    String tag =
        call(
                "store a part",
                () ->
                    s3.uploadPart(
                        r ->
                            r.bucket(bucket())
                                .key(key)
                                .uploadId(uploadId)
                                .partNumber(number)
                                .contentMD5(md5),
                        bytes(body)))
            .eTag();
    return CompletedPart.builder().partNumber(number).eTag(tag).build();
  }

  /**
   * Makes the parts one object; from here on it cannot be undone.
   *
   * @throws StoreUnavailable never {@linkplain StoreUnavailable#withoutEffect() without effect}
   *     once the object may be there
   */
  public ObjectVersion complete(
      String key, String uploadId, List<CompletedPart> parts, Instant lockedUntil) {
    Duration patience = settings.callTimeout().plus(COMPLETE_PER_PART.multipliedBy(parts.size()));
    var stored =
        call(
            "complete a multipart upload",
            () ->
                s3.completeMultipartUpload(
                    r ->
                        r.bucket(bucket())
                            .key(key)
                            .uploadId(uploadId)
                            .multipartUpload(m -> m.parts(parts))
                            .overrideConfiguration(o -> o.apiCallTimeout(patience))));
    var version = new ObjectVersion(key, stored.versionId());
    try {
      // RGW 16.2 forgets the lock that was asked for at the beginning, unless the bucket has a
      // default.
      lockAtLeast(version, lockedUntil);
    } catch (StoreUnavailable failed) {
      throw new StoreUnavailable("lock an object", false, failed);
    }
    return version;
  }

  /** Throws the parts away that were stored under this key and never became an object. */
  public void abort(String key) {
    call(
        "abort a multipart upload",
        () -> {
          s3.listMultipartUploads(r -> r.bucket(bucket()).prefix(key)).uploads().stream()
              .filter(upload -> upload.key().equals(key))
              .forEach(
                  upload ->
                      s3.abortMultipartUpload(
                          r -> r.bucket(bucket()).key(key).uploadId(upload.uploadId())));
          return key;
        });
  }

  /** Throws the parts of one upload away; that it is not there any more is well too. */
  public void abort(String key, String uploadId) {
    try {
      call(
          "abort a multipart upload",
          () -> s3.abortMultipartUpload(r -> r.bucket(bucket()).key(key).uploadId(uploadId)));
    } catch (StoreUnavailable failed) {
      if (!failed.isNotFound()) {
        throw failed;
      }
    }
  }

  /** The oldest version under this key, if the object exists. */
  public Optional<ObjectVersion> find(String key) {
    return call(
            "list versions",
            () -> s3.listObjectVersions(r -> r.bucket(bucket()).prefix(key)).versions())
        .stream()
        .filter(version -> version.key().equals(key))
        .min(java.util.Comparator.comparing(version -> version.lastModified()))
        .map(version -> new ObjectVersion(key, version.versionId()));
  }

  /** Opens a version; empty when the store does not have it. */
  public Optional<StoredBytes> open(ObjectVersion version) {
    return open(version, null);
  }

  /** Opens the bytes from the first to the last of these places, both included. */
  public Optional<StoredBytes> open(ObjectVersion version, long first, long last) {
    return open(version, "bytes=" + first + "-" + last);
  }

  private Optional<StoredBytes> open(ObjectVersion version, @Nullable String range) {
    try {
      ResponseInputStream<GetObjectResponse> answer =
          call(
              "read an object",
              () ->
                  s3.getObject(
                      r ->
                          r.bucket(bucket())
                              .key(version.key())
                              .versionId(version.versionId())
                              .range(range)));
      var about = answer.response();
      Optional<Instant> locked =
          about.objectLockMode() == ObjectLockMode.COMPLIANCE
              ? Optional.ofNullable(about.objectLockRetainUntilDate())
              : Optional.empty();
      return Optional.of(
          new StoredBytes(
              new PromptStream(answer),
              about.contentLength(),
              locked.map(at -> at.truncatedTo(ChronoUnit.SECONDS))));
    } catch (StoreUnavailable failed) {
      if (failed.isNotFound()) {
        return Optional.empty();
      }
      throw failed;
    }
  }

  /**
   * Sees to it that a lock lasts at least this long; the store refuses to make one shorter.
   *
   * @return when it ends, as the store says afterwards
   */
  public Instant lockAtLeast(ObjectVersion version, Instant until) {
    Optional<Instant> now = lockOf(version);
    if (now.isPresent() && !now.get().isBefore(until)) {
      return now.get();
    }
    call(
        "extend a lock",
        () ->
            s3.putObjectRetention(
                r ->
                    r.bucket(bucket())
                        .key(version.key())
                        .versionId(version.versionId())
                        .retention(
                            l ->
                                l.mode(ObjectLockRetentionMode.COMPLIANCE)
                                    .retainUntilDate(until))));
    return lockOf(version).orElse(Instant.EPOCH);
  }

  /** The end of a version's COMPLIANCE lock, in whole seconds; empty when it has none. */
  private Optional<Instant> lockOf(ObjectVersion version) {
    try {
      var lock =
          call(
                  "read a lock",
                  () ->
                      s3.getObjectRetention(
                          r ->
                              r.bucket(bucket()).key(version.key()).versionId(version.versionId())))
              .retention();
      return lock.mode() == ObjectLockRetentionMode.COMPLIANCE
          ? Optional.of(lock.retainUntilDate().truncatedTo(ChronoUnit.SECONDS))
          : Optional.empty();
    } catch (StoreUnavailable failed) {
      if (failed.isNotFound()) {
        return Optional.empty();
      }
      throw failed;
    }
  }

  private <T> T call(String what, Supplier<T> request) {
    outside.require("object store");
    try {
      return request.get();
    } catch (SdkException failed) {
      throw new StoreUnavailable(what, isWithoutEffect(failed), failed);
    }
  }

  private static boolean isWithoutEffect(SdkException failed) {
    if (failed instanceof S3Exception answered) {
      return answered.statusCode() >= 400 && answered.statusCode() < 500;
    }
    for (Throwable at = failed; at != null; at = at.getCause()) {
      if (at instanceof ConnectException) {
        return true;
      }
    }
    return false;
  }

  /** The SDK's own ways to make a body copy the array; this one reads it where it is. */
  private static RequestBody bytes(ByteBuffer body) {
    ContentStreamProvider provider = () -> new BufferStream(body.duplicate());
    return RequestBody.fromContentProvider(provider, body.remaining(), OCTETS);
  }

  private static String md5(ByteBuffer body) {
    try {
      MessageDigest md5 = MessageDigest.getInstance("MD5");
      md5.update(body.duplicate());
      return Base64.getEncoder().encodeToString(md5.digest());
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has MD5", missing);
    }
  }
}
