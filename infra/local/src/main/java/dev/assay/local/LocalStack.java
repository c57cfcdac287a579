package dev.assay.local;

import dev.assay.local.keycloak.Keycloak;
import dev.assay.local.keycloak.Tokens;
import dev.assay.local.layout.Exit;
import dev.assay.local.layout.Folders;
import dev.assay.local.layout.Layout;
import dev.assay.local.layout.Ports;
import dev.assay.local.layout.Progress;
import dev.assay.local.layout.Refusal;
import dev.assay.local.layout.Secrets;
import dev.assay.local.objectstore.ObjectStore;
import dev.assay.local.objectstore.StoreAccess;
import dev.assay.local.postgres.Postgres;
import dev.assay.local.process.Maven;
import dev.assay.local.process.OwnedProcess;
import dev.assay.local.process.ProcessBook;
import dev.assay.local.process.Recorded;
import dev.assay.local.process.Unprivileged;
import dev.assay.local.service.Replica;
import dev.assay.local.service.Service;
import dev.assay.local.service.ServiceBuild;
import dev.assay.local.service.ServiceRunner;
import dev.assay.local.service.ServiceSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The real stack, running: PostgreSQL, Keycloak, an object store with enforced locks, and the
 * services.
 */
public final class LocalStack implements AutoCloseable {
  /** The name under which a launcher records itself. */
  public static final String LAUNCHER = "launcher";

  private static final Duration LAUNCHER_PATIENCE = Duration.ofSeconds(90);

  private final Layout layout;
  private final Options options;
  private final Progress progress;
  private final Secrets secrets;
  private final ProcessBook book;
  private final Leftovers leftovers;
  private final ObjectStore store;
  private final Postgres postgres;
  private final List<OwnedProcess> processes = new CopyOnWriteArrayList<>();
  private final StackLock lock;
  private final Thread hook;

  /**
   * What to start.
   *
   * @param fresh throws the state folder's data away first
   * @param build packages services whose sources are newer than their jars
   * @param services in no particular order
   * @param environment where ASSAY_STORE_ENDPOINT may name another object store
   */
  public record Options(
      boolean fresh, boolean build, List<Service> services, Map<String, String> environment) {
    public Options {
      services = List.copyOf(services);
      environment = Map.copyOf(environment);
    }

    public static Options standard() {
      return new Options(false, true, List.of(Service.values()), System.getenv());
    }

    public Options withFresh(boolean fresh) {
      return new Options(fresh, build, services, environment);
    }

    public Options withBuild(boolean build) {
      return new Options(fresh, build, services, environment);
    }

    public Options withServices(List<Service> services) {
      return new Options(fresh, build, services, environment);
    }
  }

  private LocalStack(
      Layout layout, Options options, Progress progress, ProcessBook book, StackLock lock) {
    this.layout = layout;
    this.options = options;
    this.progress = progress;
    this.book = book;
    this.lock = lock;
    this.leftovers = new Leftovers(layout.run(), book);
    this.secrets = Secrets.of(layout);
    this.store = new ObjectStore(layout, secrets, book, options.environment());
    this.postgres = new Postgres(layout, secrets, Unprivileged.choose());
    this.hook = Thread.ofPlatform().name("stop").unstarted(this::stopAll);
  }

  /**
   * Starts everything and returns when all is ready. On any failure stops what was started and
   * throws a {@link Refusal} that says why.
   */
  public static LocalStack start(Layout layout, Options options, Progress progress) {
    layout.prepare(Layout.NEEDED_BYTES);
    var lock = StackLock.take(layout.run());
    var book = new ProcessBook(layout.run());
    try {
      new Leftovers(layout.run(), book).clear(progress);
      book.recordSelf(LAUNCHER);
      if (options.fresh()) {
        forgetData(layout);
      }
      var stack = new LocalStack(layout, options, progress, book, lock);
      stack.startParts();
      return stack;
    } catch (RuntimeException | Error e) {
      book.forget(LAUNCHER);
      lock.close();
      throw e;
    }
  }

  private static void forgetData(Layout layout) {
    try {
      Folders.delete(layout.state().resolve("data"));
      Folders.delete(layout.state().resolve("logs"));
      Folders.delete(layout.state().resolve("secrets.properties"));
      layout.prepare(0);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot empty " + layout.state(), e);
    }
  }

  private void startParts() {
    Ports.requireFree(neededPorts());
    Runtime.getRuntime().addShutdownHook(hook);
    var maven = new Maven(layout, book);
    var keycloak = new Keycloak(layout, secrets, book, maven);
    var build = new ServiceBuild(layout, maven);
    var runner = new ServiceRunner(layout, store.access(), book, build, progress);
    var unprivileged = Unprivileged.choose();
    try (var parts = new Parts()) {
      var database =
          parts.start(
              () -> {
                progress.begin(Postgres.NAME, "starting");
                processes.add(postgres.start(book));
                postgres.keycloakDatabase();
                progress.done(Postgres.NAME, "ready on 127.0.0.1:" + layout.ports().postgres());
                return postgres;
              });
      var databases =
          parts.start(
              () -> {
                for (Service service : options.services()) {
                  database.await().serviceDatabase(service.id(), ServiceSettings.DATABASE_PASSWORD);
                }
                return postgres;
              });
      var objects =
          parts.start(
              () -> {
                progress.begin(ObjectStore.NAME, "starting");
                processes.addAll(store.start(unprivileged, progress));
                progress.done(
                    ObjectStore.NAME,
                    "ready on " + store.access().endpoint() + ", Object Lock proven");
                return store;
              });
      parts.start(
          () -> {
            keycloak.prepare(progress);
            database.await();
            progress.begin(Keycloak.NAME, "starting");
            processes.add(keycloak.start());
            progress.done(Keycloak.NAME, "ready on " + Keycloak.url(layout));
            return keycloak;
          });
      var packaged =
          parts.start(
              () -> {
                if (options.build()) {
                  build.bringUpToDate(options.services(), progress);
                }
                return build;
              });
      // Services do not wait for Keycloak to start: they say that they are ready once they know its
      // keys.
      for (Service service : options.services()) {
        parts.start(
            () -> {
              packaged.await();
              databases.await();
              if (service.needsStore()) {
                objects.await();
              }
              return processes.add(runner.start(service));
            });
      }
      parts.awaitAll();
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  private Map<String, Integer> neededPorts() {
    var ports = new LinkedHashMap<String, Integer>();
    ports.put("PostgreSQL", layout.ports().postgres());
    ports.put("Keycloak", layout.ports().keycloak());
    ports.put("Keycloak's management", layout.ports().keycloakManagement());
    if (store.own()) {
      ports.put("the object store", layout.ports().store());
      ports.put("Ceph's monitor", layout.ports().monitor());
      ports.put("Ceph's monitor (v1)", layout.ports().monitorV1());
    }
    for (Service service : options.services()) {
      ports.put("the service " + service.id(), layout.ports().service(service.port()));
    }
    return ports;
  }

  /**
   * Starts another instance of a running service beside it, as somebody would by hand to share
   * load.
   *
   * @param number 1 for the first instance beside the service, at most 9
   * @param settings environment variables that differ from the first instance's
   */
  public Replica replica(Service service, int number, Map<String, String> settings)
      throws InterruptedException {
    var build = new ServiceBuild(layout, new Maven(layout, book));
    return new ServiceRunner(layout, store.access(), book, build, progress)
        .replica(service, number, settings);
  }

  public Layout layout() {
    return layout;
  }

  public URI url(Service service) {
    return service.url(layout);
  }

  public String issuer() {
    return Keycloak.issuer(layout);
  }

  /** Keycloak's root address and, with {@link #keycloakAdminPassword}, the way to its admin API. */
  public String keycloakUrl() {
    return Keycloak.url(layout);
  }

  public String keycloakAdminPassword() {
    return secrets.keycloakAdmin();
  }

  /** The store with both keys: the service's and the root key, which even so cannot undo a lock. */
  public StoreAccess store() {
    return store.access();
  }

  /** For superuser connections, which row-level security does not hold. */
  public Postgres postgres() {
    return postgres;
  }

  public Tokens tokens() {
    return new Tokens(issuer());
  }

  /** Completes with a refusal that tells which part stopped unasked, with its last log lines. */
  public CompletableFuture<Refusal> crash() {
    var crash = new CompletableFuture<Refusal>();
    for (OwnedProcess process : processes) {
      var _ = process.onExit().thenRun(() -> crash.complete(process.crash()));
    }
    return crash;
  }

  /**
   * Kills or stops one part for a test of what its absence does; the launcher's names, such as
   * "keycloak" or "tenants".
   */
  public OwnedProcess part(String name) {
    return processes.stream()
        .filter(process -> process.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new Refusal(Exit.NOT_RUNNING, "There is no part named " + name + "."));
  }

  /** Leaves everything running when this launcher ends. */
  public void detach() {
    Runtime.getRuntime().removeShutdownHook(hook);
    book.forget(LAUNCHER);
    leftovers.markDetached();
    lock.close();
  }

  /**
   * Stops what any launcher started in this state folder, whatever became of it; nothing else.
   *
   * @return the names of what was running
   */
  public static List<String> stop(Layout layout) {
    var book = new ProcessBook(layout.run());
    // A launcher that still runs stops its own parts in order; only when it is gone is the rest
    // ours.
    var stopped =
        new ArrayList<>(
            book.recorded().stream().filter(Recorded::alive).map(Recorded::name).toList());
    if (stopped.contains(LAUNCHER)) {
      book.stop(LAUNCHER, LAUNCHER_PATIENCE);
    }
    try (var _ = StackLock.takeFromEnding(layout.run())) {
      book.stopAll();
      new Leftovers(layout.run(), book).forgetDetached();
    }
    return List.copyOf(stopped);
  }

  private void stopAll() {
    book.close();
    book.forget(LAUNCHER);
  }

  /** Stops all that was started, in order, and gives the state folder back. */
  @Override
  public void close() {
    stopAll();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyShuttingDown) {
      return;
    }
    lock.close();
  }
}
