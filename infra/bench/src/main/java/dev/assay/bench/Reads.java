package dev.assay.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.local.service.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A client-scoped read, with its token, grant, row-level security and JSON, against the bare
 * service that answers the same bytes; one connection each, block by block.
 */
final class Reads {
  /** The compiler looks again at what ran 15,000 times; before that, it competes for the cores. */
  private static final int WARM_UP = 20_000;

  private static final int BLOCKS = 40;
  private static final int BLOCK = 100;
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final double MOST_RATIO = 1.3;
  private static final double MOST_MORE_MS = 0.5;

  private final Scene scene;
  private final ObjectMapper json = new ObjectMapper();

  Reads(Scene scene) {
    this.scene = scene;
  }

  List<Finding> run() throws IOException, InterruptedException, SQLException {
    String token = scene.token();
    byte[] content = "subject,enabled\ntechnician,true\n".getBytes(StandardCharsets.UTF_8);
    var file = scene.upload(scene.evidence(), BodyPublishers.ofByteArray(content), token);
    scene.awaitSealed(scene.evidence(), file, token);
    String client = "/v1/clients/" + scene.client();
    try (var bare = BareService.start(scene.stack())) {
      return List.of(
          measure("tenants: GET /v1/clients/{id}", Service.TENANTS, client, bare),
          measure(
              "evidence: GET /v1/clients/{id}/evidence/{id}",
              Service.EVIDENCE,
              client + "/evidence/" + scene.evidence(),
              bare));
    }
  }

  private Finding measure(String what, Service service, String path, BareService bare)
      throws IOException, InterruptedException {
    try (var ours = new Wire(URI.create(scene.stack().url(service) + path), scene.token());
        var plain = new Wire(URI.create(bare.url() + path), "")) {
      JsonNode answer = json.readTree(ours.get());
      JsonNode same = json.readTree(plain.get());
      if (!answer.equals(same)) {
        throw new IOException("The bare service answers something else: " + answer + " / " + same);
      }
      for (int i = 0; i < WARM_UP; i += BLOCK) {
        block(ours);
        block(plain);
      }
      var oursMs = new ArrayList<Double>();
      var plainMs = new ArrayList<Double>();
      var blockRatios = new ArrayList<Double>();
      long until = System.nanoTime() + LIMIT.toNanos();
      for (int i = 0; i < BLOCKS && (i < BLOCKS / 2 || System.nanoTime() < until); i++) {
        var first = block(i % 2 == 0 ? ours : plain);
        var second = block(i % 2 == 0 ? plain : ours);
        var a = i % 2 == 0 ? first : second;
        var b = i % 2 == 0 ? second : first;
        oursMs.addAll(a);
        plainMs.addAll(b);
        blockRatios.add(new Sample(a).p50() / new Sample(b).p50());
      }
      Sample measured = new Sample(oursMs);
      Sample reference = new Sample(plainMs);
      double ratio = measured.p50() / reference.p50();
      double more = measured.p50() - reference.p50();
      return new Finding(
          "Read, " + what + ", against a bare endpoint",
          "p50 ≤ %.1f× or +%.1f ms".formatted(MOST_RATIO, MOST_MORE_MS),
          "%.2f×, +%.2f ms".formatted(ratio, more),
          "%d requests each in %d blocks; ours %s ms; bare %s ms; ratio block by block %s"
              .formatted(
                  measured.size(),
                  blockRatios.size(),
                  measured.text("%.2f"),
                  reference.text("%.2f"),
                  new Sample(blockRatios).text("%.2f")),
          Finding.Verdict.of(ratio <= MOST_RATIO || more <= MOST_MORE_MS));
    }
  }

  private static List<Double> block(Wire wire) throws IOException {
    var milliseconds = new ArrayList<Double>();
    for (int i = 0; i < BLOCK; i++) {
      long began = System.nanoTime();
      wire.get();
      milliseconds.add((System.nanoTime() - began) / 1e6);
    }
    return milliseconds;
  }
}
