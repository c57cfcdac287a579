package dev.assay.local.objectstore;

import dev.assay.local.layout.Layout;
import dev.assay.local.layout.Progress;
import dev.assay.local.layout.Secrets;
import dev.assay.local.process.OwnedProcess;
import dev.assay.local.process.ProcessBook;
import dev.assay.local.process.Unprivileged;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The stack's object store: its own Ceph node, or one that the environment names; either must pass
 * the lock probe.
 */
public final class ObjectStore {
  public static final String NAME = "store";

  private final Layout layout;
  private final ProcessBook book;
  private final Optional<StoreAccess> external;
  private final StoreAccess access;

  public ObjectStore(
      Layout layout, Secrets secrets, ProcessBook book, Map<String, String> environment) {
    this.layout = layout;
    this.book = book;
    this.external = StoreAccess.fromEnvironment(environment);
    this.access = external.orElseGet(() -> StoreAccess.ofCeph(layout, secrets));
  }

  public StoreAccess access() {
    return access;
  }

  /** Whether the store's ports are ours to take. */
  public boolean own() {
    return external.isEmpty();
  }

  /** Starts the node if it is ours, makes the bucket and proves its lock. */
  public List<OwnedProcess> start(Unprivileged unprivileged, Progress progress)
      throws InterruptedException {
    List<OwnedProcess> processes =
        own() ? new CephNode(layout, book, unprivileged).start(access, progress) : List.of();
    try (var root = S3.client(access, access.root())) {
      var bucket = new EvidenceBucket(root, access.evidenceBucket());
      bucket.createIfMissing();
      if (own()) {
        bucket.grantUpload(StoreAccess.UPLOAD_USER);
      }
      new LockProbe(root, access.evidenceBucket()).run();
    }
    return processes;
  }
}
