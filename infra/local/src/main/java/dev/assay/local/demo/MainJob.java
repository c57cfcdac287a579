package dev.assay.local.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * The main job: an operator creates an MSP, its admin onboards a client, a technician collects
 * evidence and concludes controls, a reviewer accepts, and the executive reads the 404 view.
 *
 * <p>Every step has an Idempotency-Key of its own that starts with {@code name}, so doing the job
 * again changes nothing and finishes one that was cut short.
 */
public final class MainJob {

  private static final Duration SEALING = Duration.ofSeconds(30);

  /** What the job made. */
  public record Made(
      UUID mspId, UUID clientId, int fiscalYear, Onboarding.Team team, List<SealedFile> files) {
    public Made {
      files = List.copyOf(files);
    }
  }

  /** One sealed file and the control it is evidence for. */
  public record SealedFile(String controlId, UUID evidenceId, UUID fileId, String sha256) {}

  private final String name;
  private final LocalDate today;
  private final Function<String, AssayApi> as;
  private final Onboarding onboarding;

  /**
   * Prepares the job.
   *
   * @param name start of every Idempotency-Key
   * @param today the conclusions' date, in the client's time zone
   * @param as a demo user's access, by user name
   * @param onboarding under the same name
   */
  public MainJob(
      String name, LocalDate today, Function<String, AssayApi> as, Onboarding onboarding) {
    this.name = name;
    this.today = today;
    this.as = as;
    this.onboarding = onboarding;
  }

  /** Does the whole job with these company names and exports. */
  public Made run(String mspName, String clientName, List<Exports.Export> exports) {
    UUID msp = onboarding.createMsp(mspName, "msp-admin");
    UUID client = onboarding.createClient(msp, clientName, "msp-admin");
    Onboarding.Team team = onboarding.staff(msp, client, "msp-admin");
    new Activation(name, today, as).run(client, "msp-admin");
    int year = today.getYear();
    String controls = "/v1/clients/%s/years/%d/controls".formatted(client, year);
    as.apply("technician")
        .post(
            "controls", controls + "/apply", key("apply"), Map.of("selection", Map.of("all", true)))
        .expect(200);
    List<SealedFile> files = new ArrayList<>();
    for (Exports.Export export : exports) {
      assign(controls + "/" + export.controlId(), team);
      SealedFile file = collect(client, export);
      conclude(controls + "/" + export.controlId(), file);
      files.add(file);
    }
    return new Made(msp, client, year, team, files);
  }

  private void assign(String control, Onboarding.Team team) {
    AssayApi technician = as.apply("technician");
    Answer current = technician.get("controls", control).expect(200);
    if (current.body().path("ownerPersonId").isTextual()) {
      return;
    }
    technician
        .put(
            "controls",
            control + "/assignment",
            current.etag(),
            Map.of(
                "ownerPersonId", team.controlOwner(),
                "operatorPersonId", team.controlOwner(),
                "reviewerPersonId", team.reviewer(),
                "dueOn", today.withMonth(12).withDayOfMonth(15).toString()))
        .expect(200);
  }

  private SealedFile collect(UUID client, Exports.Export export) {
    AssayApi technician = as.apply("technician");
    byte[] content = export.content().getBytes(StandardCharsets.UTF_8);
    String evidence = "/v1/clients/" + client + "/evidence";
    UUID item =
        technician
            .post(
                "evidence",
                evidence,
                key("evidence-" + export.controlId()),
                Map.of(
                    "title", export.title(),
                    "controlId", export.controlId(),
                    "periodFrom", today.withDayOfYear(1).toString(),
                    "periodTo", today.toString(),
                    "sourceSystem", export.sourceSystem(),
                    "obtainedHow", export.obtainedHow()))
            .expect(201)
            .id();
    Answer existing = technician.get("evidence", evidence + "/" + item).expect(200);
    UUID file =
        existing.body().path("files").isEmpty()
            ? technician
                .upload(
                    evidence + "/" + item + "/files",
                    key("file-" + export.controlId()),
                    export.fileName(),
                    content,
                    digest(content))
                .expect(201)
                .id()
            : UUID.fromString(existing.body().path("files").get(0).path("id").asText());
    Answer sealed = awaitSealed(technician, evidence + "/" + item + "/files/" + file);
    return new SealedFile(export.controlId(), item, file, sealed.body().path("sha256").asText());
  }

  private static Answer awaitSealed(AssayApi technician, String path) {
    Instant until = Instant.now().plus(SEALING);
    while (true) {
      Answer file = technician.get("evidence", path).expect(200);
      if (file.body().path("state").asText().equals("SEALED")) {
        return file;
      }
      if (Instant.now().isAfter(until)) {
        throw new IllegalStateException("not sealed in time: " + file.body());
      }
      java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
  }

  private void conclude(String control, SealedFile file) {
    UUID conclusion =
        as.apply("technician")
            .post(
                "controls",
                control + "/conclusions",
                key("conclude-" + file.controlId()),
                Map.of(
                    "status",
                    "EFFECTIVE",
                    "reason",
                    "Inspected the export; nothing unexpected in it.",
                    "evidence",
                    List.of(Map.of("evidenceId", file.evidenceId(), "fileId", file.fileId())),
                    "concludedOn",
                    today.toString()))
            .expect(201)
            .id();
    as.apply("reviewer")
        .post(
            "controls",
            control + "/conclusions/" + conclusion + "/review",
            key("review-" + file.controlId()),
            Map.of("decision", "ACCEPTED", "note", "Agreed with the export."))
        .expect(200);
  }

  private String key(String step) {
    return name + "-" + step;
  }

  /** A Content-Digest header's value (RFC 9530). */
  public static String digest(byte[] content) {
    try {
      byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(content);
      return "sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ":";
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }
}
