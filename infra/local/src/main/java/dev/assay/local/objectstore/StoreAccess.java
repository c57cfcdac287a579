package dev.assay.local.objectstore;

import dev.assay.local.layout.Exit;
import dev.assay.local.layout.Layout;
import dev.assay.local.layout.Refusal;
import dev.assay.local.layout.Secrets;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * How to reach an S3 store and its evidence bucket.
 *
 * @param root may do everything in the bucket; only the launcher and proofs hold it
 * @param upload the evidence service's: may put and read and lengthen locks, not delete, bypass or
 *     configure
 */
public record StoreAccess(
    URI endpoint, String region, String evidenceBucket, Keys root, Keys upload) {
  /** One S3 user's keys. */
  public record Keys(String access, String secret) {
    @Override
    public String toString() {
      return "Keys[" + access + "]";
    }
  }

  static final String ROOT_USER = "assay-root";
  static final String UPLOAD_USER = "assay-evidence";

  /** The stack's own Ceph node. */
  public static StoreAccess ofCeph(Layout layout, Secrets secrets) {
    return new StoreAccess(
        URI.create("http://127.0.0.1:" + layout.ports().store()),
        "us-east-1",
        "assay-evidence",
        new Keys(secrets.storeAccessKey("root"), secrets.storeSecretKey("root")),
        new Keys(secrets.storeAccessKey("evidence"), secrets.storeSecretKey("evidence")));
  }

  /**
   * Another store when ASSAY_STORE_ENDPOINT names one; the other variables must then be there too.
   */
  public static Optional<StoreAccess> fromEnvironment(Map<String, String> environment) {
    if (environment.getOrDefault("ASSAY_STORE_ENDPOINT", "").isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        new StoreAccess(
            URI.create(required(environment, "ASSAY_STORE_ENDPOINT")),
            environment.getOrDefault("ASSAY_STORE_REGION", "us-east-1"),
            environment.getOrDefault("ASSAY_STORE_EVIDENCE_BUCKET", "assay-evidence"),
            new Keys(
                required(environment, "ASSAY_STORE_ROOT_ACCESS_KEY"),
                required(environment, "ASSAY_STORE_ROOT_SECRET_KEY")),
            new Keys(
                required(environment, "ASSAY_STORE_EVIDENCE_ACCESS_KEY"),
                required(environment, "ASSAY_STORE_EVIDENCE_SECRET_KEY"))));
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.getOrDefault(name, "");
    if (value.isBlank()) {
      throw new Refusal(
          Exit.USAGE,
          "ASSAY_STORE_ENDPOINT names an object store of your own, so "
              + name
              + " must be set too.");
    }
    return value;
  }
}
