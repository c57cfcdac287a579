package dev.assay.testing.stack;

import dev.assay.local.layout.Progress;
import dev.assay.local.objectstore.ObjectStore;
import dev.assay.local.objectstore.StoreAccess;
import dev.assay.testing.outage.Outage;
import dev.assay.testing.outage.PartOutage;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A real Ceph RGW that enforces Object Lock, with the evidence bucket and the upload user made as
 * in the local stack.
 *
 * <p>Init argument: {@code outage}, {@code true} to stand behind an {@link Outage}, which {@link
 * TestStore} calls past. Not by itself: every byte takes a hop more.
 */
public final class ObjectStoreResource implements QuarkusTestResourceLifecycleManager {

  /** The name of its {@link PartOutage}. */
  public static final String PART = "store";

  private @Nullable TestParts parts;
  private @Nullable Outage outage;
  private boolean standsBehindOutage;

  @Override
  public void init(Map<String, String> arguments) {
    standsBehindOutage = Boolean.parseBoolean(arguments.get("outage"));
  }

  @Override
  public Map<String, String> start() {
    TestParts started = TestParts.of("store");
    parts = started;
    var quiet = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    try (var progress = new Progress(quiet)) {
      var store = new ObjectStore(started.layout(), started.secrets(), started.book(), Map.of());
      store.start(started.unprivileged(), progress);
      StoreAccess access = store.access();
      TestStore.announce(access);
      return Map.of(
          "assay.store.endpoint", "http://127.0.0.1:" + portFor(access),
          "assay.store.region", access.region(),
          "assay.store.evidence.bucket", access.evidenceBucket(),
          "assay.store.evidence.access-key", access.upload().access(),
          "assay.store.evidence.secret-key", access.upload().secret());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while starting the object store", stopped);
    }
  }

  private int portFor(StoreAccess access) {
    int port = access.endpoint().getPort();
    if (!standsBehindOutage) {
      return port;
    }
    Outage before = PartOutage.standBefore(PART, port);
    outage = before;
    return before.port();
  }

  @Override
  public void stop() {
    if (outage != null) {
      outage.close();
    }
    if (parts != null) {
      parts.close();
    }
  }
}
