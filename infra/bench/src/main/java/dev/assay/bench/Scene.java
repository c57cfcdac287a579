package dev.assay.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.local.LocalStack;
import dev.assay.local.demo.AssayApi;
import dev.assay.local.demo.DemoData;
import dev.assay.local.demo.Onboarding;
import dev.assay.local.service.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

/** One client with its technician and one item of evidence, on a running stack. */
final class Scene {
  private static final Duration UPLOAD = Duration.ofMinutes(5);
  private static final Duration SEALING = Duration.ofMinutes(2);
  private static final String TECHNICIAN = "technician";

  private final LocalStack stack;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ObjectMapper json = new ObjectMapper();
  private final UUID msp;
  private final UUID client;
  private final UUID technician;
  private final UUID evidence;

  /** An uploaded file: when its answer came, and where it is. */
  record Uploaded(UUID id, long answeredAt) {}

  /** An upload that the service could not take now, as it may say on a machine that is too busy. */
  static final class TurnedAway extends IOException {
    private static final long serialVersionUID = 1L;

    TurnedAway(String answer) {
      super(answer);
    }
  }

  private Scene(LocalStack stack, LocalDate today) throws InterruptedException {
    this.stack = stack;
    var onboarding = new Onboarding("bench-job", today, this::as, DemoData.SUBJECTS);
    this.msp = onboarding.createMsp("Northlight Managed Services (demo)", "msp-admin");
    this.client = onboarding.createClient(msp, "Copperfield Instruments (demo)", "msp-admin");
    AssayApi admin = as("msp-admin");
    this.technician = onboarding.person(admin, "/v1/msps/" + msp, TECHNICIAN);
    onboarding.grant(admin, "/v1/clients/" + client, TECHNICIAN, technician, "MSP_TECHNICIAN");
    this.evidence = newEvidence();
  }

  static Scene on(LocalStack stack) throws InterruptedException {
    return new Scene(stack, LocalDate.now(ZoneId.of("America/New_York")));
  }

  LocalStack stack() {
    return stack;
  }

  UUID msp() {
    return msp;
  }

  UUID client() {
    return client;
  }

  /** The technician as a person of the MSP. */
  UUID technician() {
    return technician;
  }

  UUID evidence() {
    return evidence;
  }

  /** Another item, so that one item's list of files stays as short as a real one's. */
  UUID newEvidence() throws InterruptedException {
    return as(TECHNICIAN)
        .post(
            "evidence",
            "/v1/clients/" + client + "/evidence",
            "bench-" + UUID.randomUUID(),
            Map.of(
                "title", "Users of the realm assay",
                "controlId", "AM-04",
                "periodFrom", "2026-01-01",
                "periodTo", "2026-06-30",
                "sourceSystem", "Keycloak realm assay"))
        .expect(201)
        .id();
  }

  String token() throws InterruptedException {
    return stack.tokens().of(TECHNICIAN);
  }

  /** Sends a body as a technician would; returns when the answer, at UPLOADED, is there. */
  Uploaded upload(UUID item, BodyPublisher body, String token)
      throws IOException, InterruptedException {
    var response =
        http.send(
            HttpRequest.newBuilder(
                    URI.create(
                        stack.url(Service.EVIDENCE)
                            + "/v1/clients/%s/evidence/%s/files?name=bench.bin"
                                .formatted(client, item)))
                .timeout(UPLOAD)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/octet-stream")
                .header("Idempotency-Key", "bench-" + UUID.randomUUID())
                .POST(body)
                .build(),
            BodyHandlers.ofString());
    long answeredAt = System.nanoTime();
    if (response.statusCode() == 503) {
      throw new TurnedAway(response.body());
    }
    JsonNode file = json.readTree(response.body());
    if (response.statusCode() != 201 || !file.path("state").asText().equals("UPLOADED")) {
      throw new IOException("Not uploaded: " + response.statusCode() + " " + response.body());
    }
    return new Uploaded(UUID.fromString(file.path("id").asText()), answeredAt);
  }

  /** Waits until the file is SEALED; seconds since its upload was answered. */
  double awaitSealed(UUID item, Uploaded file, String token)
      throws IOException, InterruptedException {
    URI path =
        URI.create(
            stack.url(Service.EVIDENCE)
                + "/v1/clients/%s/evidence/%s/files/%s".formatted(client, item, file.id()));
    while (true) {
      try (var wire = new Wire(path, token)) {
        String state = json.readTree(wire.get()).path("state").asText();
        double seconds = (System.nanoTime() - file.answeredAt()) / 1e9;
        if (state.equals("SEALED")) {
          return seconds;
        }
        if (seconds > SEALING.toSeconds()) {
          throw new IOException("Not sealed after " + SEALING + ": " + state);
        }
      }
      Thread.sleep(50);
    }
  }

  AssayApi as(String user) {
    return new AssayApi(
        service -> stack.url(Service.of(service).orElseThrow()),
        () -> {
          try {
            return stack.tokens().of(user);
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while signing in " + user, stopped);
          }
        });
  }
}
