package dev.assay.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.local.demo.AssayApi;
import dev.assay.local.demo.DemoData;
import dev.assay.local.demo.Onboarding;
import dev.assay.local.service.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The directory of an MSP with ten thousand clients and twenty thousand people, brought in by the
 * file as an MSP would: lists, searches, a portfolio, single reads beside those of an MSP with ten
 * clients, and the question that every service asks for every caller.
 */
final class Directory {

  private static final int CLIENTS = 10_000;
  private static final int PEOPLE_EACH = 2;
  private static final int SMALL = 10;
  private static final int PORTFOLIO = 50;
  private static final int WARM_UP = 3_000;
  private static final int BLOCKS = 20;
  private static final int BLOCK = 50;
  private static final int RATE = 1_000;
  private static final Duration RATE_FOR = Duration.ofSeconds(15);
  private static final Duration IMPORT_LIMIT = Duration.ofMinutes(5);

  private final Scene scene;
  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Onboarding onboarding;

  Directory(Scene scene) {
    this.scene = scene;
    this.onboarding =
        new Onboarding(
            "bench-directory", LocalDate.now(ZoneOffset.UTC), scene::as, DemoData.SUBJECTS);
  }

  List<Finding> run() throws IOException, InterruptedException {
    List<Finding> findings = new ArrayList<>();
    UUID small = onboarding.createMsp("Harbour Gate IT (demo)", "other-admin");
    bringIn(small, "other-admin", clients(SMALL));
    String large = "/v1/msps/" + scene.msp();
    double clientSeconds = bringIn(scene.msp(), "msp-admin", clients(CLIENTS));
    double peopleSeconds = bringIn(scene.msp(), "msp-admin", people());
    findings.add(
        new Finding(
            "Import of 10,000 clients, NDJSON",
            "≤ 120 s",
            "%.0f s".formatted(clientSeconds),
            "one request; 20,000 people with a grant each after it: %.0f s"
                .formatted(peopleSeconds),
            Finding.Verdict.of(clientSeconds <= 120)));
    List<String> some = firstClients(large, "msp-admin");
    takeOn(some);
    String list = large + "/clients?limit=50";
    findings.add(pages("List 50 of 10,000 clients", list, "msp-admin"));
    findings.add(pages("Search 10,000 clients by name", list + "&name=harbour%204", "msp-admin"));
    findings.add(
        beside(
            "List a portfolio of 50, against all 10,000",
            new Asked(list, "technician"),
            new Asked(list, "msp-admin"),
            0.5,
            "p50"));
    findings.add(
        beside(
            "Read one client of 10,000, against one of 10",
            new Asked("/v1/clients/" + some.getLast(), "msp-admin"),
            new Asked(
                "/v1/clients/" + firstClients("/v1/msps/" + small, "other-admin").getLast(),
                "other-admin"),
            0.99,
            "p99"));
    findings.add(grants("/v1/grants/effective?client=" + some.getFirst()));
    return findings;
  }

  private record Asked(String path, String user) {}

  private static String clients(int number) {
    return IntStream.range(0, number)
        .mapToObj(
            n ->
                """
                {"type":"CLIENT","key":"K%1$d","client":{"legalName":"Harbour %1$d Works (demo)",\
                "fiscalYearEnd":{"month":12,"day":31},"timeZone":"America/New_York"},\
                "identifiers":[{"kind":"CIK","value":"%1$010d"}]}
                """
                    .formatted(n))
        .collect(Collectors.joining());
  }

  private static String people() {
    return IntStream.range(0, CLIENTS * PEOPLE_EACH)
        .mapToObj(
            n ->
                """
                {"type":"PERSON","key":"K%d","person":{"subject":"bench-person-%d",\
                "displayName":"Demo person %d","kind":"PERSON"},\
                "grant":{"role":"CONTROL_OWNER","reason":"Works on this engagement."}}
                """
                    .formatted(n / PEOPLE_EACH, n, n))
        .collect(Collectors.joining());
  }

  /** Seconds until the answer, which comes when all rows are done. */
  private double bringIn(UUID msp, String admin, String rows)
      throws IOException, InterruptedException {
    long began = System.nanoTime();
    var response =
        http.send(
            HttpRequest.newBuilder(url("/v1/msps/" + msp + "/imports"))
                .timeout(IMPORT_LIMIT)
                .header("Authorization", "Bearer " + token(admin))
                .header("Content-Type", "application/x-ndjson")
                .header("Idempotency-Key", "bench-" + UUID.randomUUID())
                .POST(BodyPublishers.ofString(rows))
                .build(),
            BodyHandlers.ofString());
    double seconds = (System.nanoTime() - began) / 1e9;
    JsonNode done = json.readTree(response.body());
    if (response.statusCode() != 201 || done.path("created").asLong() != rows.lines().count()) {
      throw new IOException("Not brought in: " + response.statusCode() + " " + response.body());
    }
    return seconds;
  }

  private List<String> firstClients(String msp, String admin) throws InterruptedException {
    List<String> ids = new ArrayList<>();
    scene
        .as(admin)
        .get("tenants", msp + "/clients?limit=" + PORTFOLIO)
        .expect(200)
        .body()
        .path("items")
        .forEach(client -> ids.add(client.path("id").asText()));
    return ids;
  }

  /** The technician, who has one client so far, gets these as well. */
  private void takeOn(List<String> clients) throws InterruptedException {
    AssayApi admin = scene.as("msp-admin");
    for (String client : clients) {
      if (!client.equals(scene.client().toString())) {
        onboarding.grant(
            admin, "/v1/clients/" + client, client, scene.technician(), "MSP_TECHNICIAN");
      }
    }
  }

  private Finding pages(String what, String path, String user)
      throws IOException, InterruptedException {
    try (var wire = new Wire(url(path), token(user))) {
      times(wire, WARM_UP);
      Sample measured = new Sample(times(wire, BLOCKS * BLOCK));
      return new Finding(
          what,
          "p95 ≤ 20 ms",
          "%.1f ms".formatted(measured.p95()),
          "%d requests: %s ms".formatted(measured.size(), measured.text("%.2f")),
          Finding.Verdict.of(measured.p95() <= 20));
    }
  }

  private Finding beside(String what, Asked ours, Asked other, double quantile, String name)
      throws IOException, InterruptedException {
    try (var one = new Wire(url(ours.path()), token(ours.user()));
        var two = new Wire(url(other.path()), token(other.user()))) {
      times(one, WARM_UP);
      times(two, WARM_UP);
      List<Double> oneMs = new ArrayList<>();
      List<Double> twoMs = new ArrayList<>();
      for (int i = 0; i < 2 * BLOCKS; i++) {
        if (i % 2 == 0) {
          oneMs.addAll(times(one, BLOCK));
          twoMs.addAll(times(two, BLOCK));
        } else {
          twoMs.addAll(times(two, BLOCK));
          oneMs.addAll(times(one, BLOCK));
        }
      }
      Sample measured = new Sample(oneMs);
      Sample reference = new Sample(twoMs);
      double ratio = measured.quantile(quantile) / reference.quantile(quantile);
      return new Finding(
          what,
          name + " ≤ 1.2×",
          "%.2f×".formatted(ratio),
          "%d requests each, %s %.2f against %.2f ms; %s ms against %s ms"
              .formatted(
                  measured.size(),
                  name,
                  measured.quantile(quantile),
                  reference.quantile(quantile),
                  measured.text("%.2f"),
                  reference.text("%.2f")),
          Finding.Verdict.of(ratio <= 1.2));
    }
  }

  /** At a fixed rate; a late answer counts from when it should have been asked. */
  private Finding grants(String path) throws IOException, InterruptedException {
    try (var load = new FixedRate(url(path), token("technician"))) {
      load.run(RATE, RATE_FOR);
      Sample measured = load.run(RATE, RATE_FOR);
      return new Finding(
          "Effective grants, 1,000 a second, 20,000 people",
          "p99 ≤ 5 ms",
          "%.1f ms".formatted(measured.quantile(0.99)),
          "%d requests over %d s: %s ms"
              .formatted(measured.size(), RATE_FOR.toSeconds(), measured.text("%.2f")),
          Finding.Verdict.of(measured.quantile(0.99) <= 5));
    }
  }

  private static List<Double> times(Wire wire, int number) throws IOException {
    List<Double> milliseconds = new ArrayList<>(number);
    for (int i = 0; i < number; i++) {
      long began = System.nanoTime();
      wire.get();
      milliseconds.add((System.nanoTime() - began) / 1e6);
    }
    return milliseconds;
  }

  private URI url(String path) {
    return URI.create(scene.stack().url(Service.TENANTS) + path);
  }

  private String token(String user) throws InterruptedException {
    return scene.stack().tokens().of(user);
  }
}
