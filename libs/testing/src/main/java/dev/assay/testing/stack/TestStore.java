package dev.assay.testing.stack;

import dev.assay.local.objectstore.S3;
import dev.assay.local.objectstore.StoreAccess;
import java.net.URI;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;

/** The test's object store with its root key, which even so cannot undo a lock. */
public final class TestStore {

  private static final String PREFIX = "assay.test.store.";

  private TestStore() {}

  static void announce(StoreAccess access) {
    System.setProperty(PREFIX + "endpoint", access.endpoint().toString());
    System.setProperty(PREFIX + "region", access.region());
    System.setProperty(PREFIX + "bucket", access.evidenceBucket());
    System.setProperty(PREFIX + "access", access.root().access());
    System.setProperty(PREFIX + "secret", access.root().secret());
  }

  public static URI endpoint() {
    return URI.create(get("endpoint"));
  }

  public static String bucket() {
    return get("bucket");
  }

  /** A client with the root key; close it. */
  public static S3Client root() {
    var keys = new StoreAccess.Keys(get("access"), get("secret"));
    return S3.client(new StoreAccess(endpoint(), get("region"), bucket(), keys, keys), keys);
  }

  /** Every version of every object in the evidence bucket, as {@code key@version}. */
  public static List<String> versions() {
    try (S3Client root = root()) {
      return root
          .listObjectVersionsPaginator(request -> request.bucket(bucket()))
          .versions()
          .stream()
          .map(version -> version.key() + "@" + version.versionId())
          .sorted()
          .toList();
    }
  }

  private static String get(String name) {
    String value = System.getProperty(PREFIX + name);
    if (value == null) {
      throw new IllegalStateException("annotate the test with ObjectStoreResource");
    }
    return value;
  }
}
