package dev.assay.evidence.store;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Whether the bucket can keep evidence: asked at start, and until it has said yes once. A store
 * that is away later does not make the service unready: everything but bytes works without it.
 */
@Readiness
@ApplicationScoped
class StoreAbilities implements HealthCheck {

  private static final Logger LOG = Logger.getLogger(StoreAbilities.class);

  private final S3Client s3;
  private final StoreSettings settings;
  private final boolean production;
  private volatile boolean proven;

  StoreAbilities(
      S3Client s3,
      StoreSettings settings,
      @ConfigProperty(name = "assay.environment") String environment) {
    this.s3 = s3;
    this.settings = settings;
    this.production = environment.equals("production");
  }

  void check(@Observes StartupEvent start) {
    List<String> reasons = missing();
    if (production && !settings.endpoint().getScheme().equals("https")) {
      reasons.add("assay.store.endpoint must be an https address.");
    }
    if (production && !reasons.isEmpty()) {
      throw new UnsafeStore(reasons);
    }
    reasons.forEach(LOG::warn);
  }

  @Override
  public HealthCheckResponse call() {
    List<String> reasons = proven ? List.of() : missing();
    var answer = HealthCheckResponse.named("object store enforces locks").status(proven);
    if (!reasons.isEmpty()) {
      answer.withData("missing", String.join(" ", reasons));
    }
    return answer.build();
  }

  /** What the bucket lacks; empty also while the store does not answer, which proves nothing. */
  private List<String> missing() {
    List<String> missing = new ArrayList<>();
    String bucket = settings.evidence().bucket();
    try {
      if (s3.getBucketVersioning(r -> r.bucket(bucket)).status()
          != BucketVersioningStatus.ENABLED) {
        missing.add("The evidence bucket is not versioned.");
      }
      if (!hasLock(bucket)) {
        missing.add("The evidence bucket was created without Object Lock.");
      }
      if (production && !isEncrypted(bucket)) {
        missing.add("The evidence bucket has no default encryption.");
      }
      proven = missing.isEmpty();
    } catch (S3Exception refused) {
      missing.add("The store refuses to describe the evidence bucket: " + refused.statusCode());
    } catch (SdkException silent) {
      LOG.warnf("The object store does not answer: %s", silent.getMessage());
    }
    return missing;
  }

  private boolean hasLock(String bucket) {
    try {
      return s3.getObjectLockConfiguration(r -> r.bucket(bucket))
              .objectLockConfiguration()
              .objectLockEnabled()
          == ObjectLockEnabled.ENABLED;
    } catch (S3Exception none) {
      if (none.statusCode() == 404) {
        return false;
      }
      throw none;
    }
  }

  private boolean isEncrypted(String bucket) {
    try {
      return s3.getBucketEncryption(r -> r.bucket(bucket))
          .serverSideEncryptionConfiguration()
          .hasRules();
    } catch (S3Exception none) {
      if (none.statusCode() == 404) {
        return false;
      }
      throw none;
    }
  }
}
