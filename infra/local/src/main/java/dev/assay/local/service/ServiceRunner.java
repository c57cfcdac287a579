package dev.assay.local.service;

import dev.assay.local.layout.Layout;
import dev.assay.local.layout.Ports;
import dev.assay.local.layout.Progress;
import dev.assay.local.objectstore.StoreAccess;
import dev.assay.local.process.Command;
import dev.assay.local.process.OwnedProcess;
import dev.assay.local.process.ProcessBook;
import dev.assay.local.process.Stage;
import dev.assay.local.process.StopWith;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;

/** Starts services from their AOT caches, after one training run of each new build. */
public final class ServiceRunner {
  private static final Duration LIMIT = Duration.ofMinutes(4);
  private static final String CACHE = "app.aot";

  /** How far the ports of one round of replicas are from those of the one before. */
  private static final int REPLICA_PORTS = 100;

  private final Layout layout;
  private final StoreAccess store;
  private final ProcessBook book;
  private final ServiceBuild build;
  private final Progress progress;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  /**
   * Making a cache keeps a core busy for seconds; more at once than cores only makes each slower.
   */
  private final Semaphore training =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

  public ServiceRunner(
      Layout layout, StoreAccess store, ProcessBook book, ServiceBuild build, Progress progress) {
    this.layout = layout;
    this.store = store;
    this.book = book;
    this.build = build;
    this.progress = progress;
  }

  /** Starts one service, whose database must exist; returns when it says that it is ready. */
  public OwnedProcess start(Service service) throws InterruptedException {
    Path application = build.installed(service);
    Path cache = application.resolve(CACHE);
    if (!Files.exists(cache)) {
      train(service, application, cache);
    }
    progress.begin(service.id(), "starting");
    var process =
        book.start(command(service, service.id(), application, fromCache(cache), Map.of()));
    awaitReady(service.url(layout), process);
    progress.done(service.id(), "ready on " + service.url(layout));
    return process;
  }

  /**
   * Starts another instance of a service that runs: the same build and environment, on a port of
   * its own.
   *
   * @param number 1 for the first instance beside the service, at most 9
   * @param settings environment variables that differ from the first instance's
   */
  public Replica replica(Service service, int number, Map<String, String> settings)
      throws InterruptedException {
    Path application = build.installed(service);
    int port = layout.ports().service(service.port() + REPLICA_PORTS * number);
    Ports.requireFree(Map.of("another " + service.id(), port));
    String name = service.id() + "-" + (char) ('a' + number);
    var own = new TreeMap<>(settings);
    own.put("QUARKUS_HTTP_PORT", String.valueOf(port));
    progress.begin(name, "starting");
    var url = URI.create("http://127.0.0.1:" + port);
    var process =
        book.start(command(service, name, application, fromCache(application.resolve(CACHE)), own));
    awaitReady(url, process);
    progress.done(name, "ready on " + url);
    return new Replica(service, url, process, book);
  }

  private static List<String> fromCache(Path cache) {
    return Files.exists(cache) ? List.of("-XX:AOTCache=" + cache) : List.of();
  }

  private void train(Service service, Path application, Path cache) throws InterruptedException {
    training.acquire();
    try {
      progress.begin(service.id(), "training run for a faster start, once for this build");
      String name = service.id() + "-training";
      Path unfinished = application.resolve("new.aot");
      var process =
          book.start(
              command(
                  service,
                  name,
                  application,
                  // Recording makes everything slow, which is no reason to give up on the database.
                  List.of(
                      "-XX:AOTCacheOutput=" + unfinished,
                      "-Dquarkus.datasource.jdbc.acquisition-timeout=30S"),
                  Map.of()));
      awaitReady(service.url(layout), process);
      book.stop(name, Duration.ofMinutes(3));
      if (Files.exists(unfinished)) {
        Files.move(unfinished, cache);
        progress.done(service.id(), "trained");
      } else {
        progress.done(service.id(), "trained without a cache; it will start slower");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      training.release();
    }
  }

  private void awaitReady(URI url, OwnedProcess process) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(url + "/q/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    process.awaitReady(
        LIMIT, () -> client.send(request, BodyHandlers.discarding()).statusCode() == 200);
  }

  private Command command(
      Service service,
      String name,
      Path application,
      List<String> options,
      Map<String, String> settings) {
    var environment = new TreeMap<>(ServiceSettings.environment(service, layout, store));
    environment.putAll(settings);
    var line = new ArrayList<String>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // What the cache skips and why is hundreds of lines; a crash must stay readable at the end of
    // the log.
    line.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-Xlog:aot=off", "-Xlog:cds=off"));
    line.addAll(options);
    line.addAll(List.of("-jar", application.resolve("quarkus-run.jar").toString()));
    return new Command(
        name,
        line,
        environment,
        application,
        layout.log(name.equals(service.id() + "-training") ? service.id() : name),
        StopWith.TERM,
        Stage.SERVICE);
  }
}
