package dev.assay.bench;

import dev.assay.local.service.Service;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** 1 GiB through the API into a service of -Xmx256m, with its memory watched all the while. */
final class LargeUpload {
  private static final int MIB = 1 << 20;
  private static final int SIZE_MIB = 1024;

  /** What a flat heap's peaks may differ by: collections come when they come. */
  private static final double FLAT = 0.10;

  private static final double HEAP_MIB = 256;

  private final Scene scene;
  private final HttpClient http = HttpClient.newHttpClient();

  /** One look at the service: heap in use and resident memory, in MiB. */
  private record Look(double heap, double resident) {}

  LargeUpload(Scene scene) {
    this.scene = scene;
  }

  List<Finding> run() throws IOException, InterruptedException {
    Path file = scene.stack().layout().data("bench-1gib.bin");
    write(file);
    try {
      UUID item = scene.newEvidence();
      String token = scene.token();
      Look before = look();
      var looks = new ArrayList<Look>();
      Thread watcher = Thread.ofPlatform().start(() -> watch(looks));
      long began = System.nanoTime();
      Scene.Uploaded uploaded;
      try {
        uploaded = scene.upload(item, BodyPublishers.ofFile(file), token);
      } finally {
        watcher.interrupt();
        watcher.join();
      }
      double seconds = (uploaded.answeredAt() - began) / 1e9;
      double sealed = scene.awaitSealed(item, uploaded, token);
      return findings(before, looks, seconds, sealed);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private List<Finding> findings(Look before, List<Look> looks, double seconds, double sealed) {
    int half = looks.size() / 2;
    double early = peak(looks.subList(0, Math.max(1, half)));
    double late = peak(looks.subList(half, looks.size()));
    double highest = Math.max(early, late);
    double resident = looks.stream().mapToDouble(Look::resident).max().orElseThrow();
    boolean flat = late - early <= FLAT * HEAP_MIB;
    return List.of(
        new Finding(
            "Heap in use during an upload of 1 GiB, -Xmx256m",
            "inside 256 MiB, flat",
            "%.0f MiB at most".formatted(highest),
            "%d looks in %.1f s (%.0f MiB/s); before %.0f MiB; peak of the first half %.0f MiB, of the second %.0f MiB; flat means that the second is at most %.0f MiB higher"
                .formatted(
                    looks.size(),
                    seconds,
                    SIZE_MIB / seconds,
                    before.heap(),
                    early,
                    late,
                    FLAT * HEAP_MIB),
            Finding.Verdict.of(highest <= HEAP_MIB && flat)),
        Finding.reported(
            "Resident memory of evidence during it",
            "%.0f MiB at most".formatted(resident),
            "before %.0f MiB; SEALED %.1f s after the answer"
                .formatted(before.resident(), sealed)));
  }

  private static double peak(List<Look> looks) {
    return looks.stream().mapToDouble(Look::heap).max().orElseThrow();
  }

  private void watch(List<Look> looks) {
    try {
      while (true) {
        looks.add(look());
        Thread.sleep(200);
      }
    } catch (InterruptedException done) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Look look() throws IOException, InterruptedException {
    var metrics =
        http.send(
            HttpRequest.newBuilder(URI.create(scene.stack().url(Service.EVIDENCE) + "/q/metrics"))
                .header("Accept", "text/plain")
                .build(),
            BodyHandlers.ofString());
    double heap =
        metrics
            .body()
            .lines()
            .filter(line -> line.startsWith("jvm_memory_used_bytes{"))
            .filter(line -> line.contains("area=\"heap\""))
            .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
            .sum();
    if (heap == 0) {
      throw new IOException("No heap in the metrics: " + metrics.statusCode());
    }
    long pid = scene.stack().part(Service.EVIDENCE.id()).pid();
    return new Look(heap / MIB, (double) Memory.resident(pid) / MIB);
  }

  private static void write(Path file) throws IOException {
    var random = new SplittableRandom(1);
    byte[] block = new byte[MIB];
    try (var out = new BufferedOutputStream(Files.newOutputStream(file), MIB)) {
      for (int i = 0; i < SIZE_MIB; i++) {
        random.nextBytes(block);
        out.write(block);
      }
    }
  }
}
