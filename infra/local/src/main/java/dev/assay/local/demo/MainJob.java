package dev.assay.local.demo;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
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
      UUID mspId,
      UUID clientId,
      int fiscalYear,
      Map<String, UUID> people,
      Map<String, UUID> grants,
      List<SealedFile> files) {}

  /** One sealed file and the control it is evidence for. */
  public record SealedFile(String controlId, UUID evidenceId, UUID fileId, String sha256) {}

  private final String name;
  private final LocalDate today;
  private final Function<String, AssayApi> as;
  private final Map<String, String> subjects;

  /**
   * @param name start of every Idempotency-Key
   * @param today the conclusions' date, in the client's time zone
   * @param as a demo user's access, by user name
   * @param subjects the demo users' subjects, by user name
   */
  public MainJob(
      String name,
      LocalDate today,
      Function<String, AssayApi> as,
      Map<String, String> subjects) {
    this.name = name;
    this.today = today;
    this.as = as;
    this.subjects = Map.copyOf(subjects);
  }

  /** Does the whole job with these company names and exports. */
  public Made run(String mspName, String clientName, List<Exports.Export> exports) {
    UUID msp = createMsp(mspName, "msp-admin");
    UUID client = onboard(msp, clientName);
    Map<String, UUID> people = new LinkedHashMap<>();
    Map<String, UUID> grants = new LinkedHashMap<>();
    staff(msp, client, people, grants);
    int year = today.getYear();
    String controls = "/v1/clients/%s/years/%d/controls".formatted(client, year);
    as.apply("technician")
        .post("controls", controls + "/apply", key("apply"), Map.of("selection", Map.of("all", true)))
        .expect(200);
    List<SealedFile> files = new ArrayList<>();
    for (Exports.Export export : exports) {
      assign(controls + "/" + export.controlId(), people);
      SealedFile file = collect(client, export);
      conclude(controls + "/" + export.controlId(), file);
      files.add(file);
    }
    return new Made(msp, client, year, people, grants, files);
  }

  /** An operator creates an MSP and makes its first admin. */
  public UUID createMsp(String mspName, String admin) {
    AssayApi operator = as.apply("operator");
    UUID msp =
        operator.post("tenants", "/v1/msps", key("msp"), Map.of("name", mspName)).expect(201).id();
    UUID person = person(operator, "/v1/msps/" + msp, admin);
    grant(operator, "/v1/msps/" + msp, admin, person, "MSP_ADMIN");
    return msp;
  }

  /** The MSP's admin onboards a client with its two in-scope systems. */
  public UUID onboard(UUID msp, String clientName) {
    AssayApi admin = as.apply("msp-admin");
    UUID client =
        admin
            .post(
                "tenants",
                "/v1/msps/" + msp + "/clients",
                key("client"),
                Map.of(
                    "legalName", clientName,
                    "fiscalYearEnd", Map.of("month", 12, "day", 31),
                    "timeZone", "America/New_York"))
            .expect(201)
            .id();
    system(admin, client, "Keycloak realm assay", "APPLICATION", "Signs in everybody who works on ICFR.");
    system(admin, client, "PostgreSQL cluster", "DATABASE", "Holds the records that ICFR rests on.");
    return client;
  }

  private void system(AssayApi admin, UUID client, String system, String kind, String rationale) {
    admin
        .post(
            "tenants",
            "/v1/clients/" + client + "/systems",
            key("system-" + kind),
            Map.of("name", system, "kind", kind, "hosting", "ON_PREMISES", "rationale", rationale))
        .expect(201);
  }

  private void staff(
      UUID msp, UUID client, Map<String, UUID> people, Map<String, UUID> grants) {
    AssayApi admin = as.apply("msp-admin");
    String ofMsp = "/v1/msps/" + msp;
    String ofClient = "/v1/clients/" + client;
    for (String user : List.of("technician", "reviewer")) {
      people.put(user, person(admin, ofMsp, user));
    }
    for (String user : List.of("executive", "control-owner", "auditor")) {
      people.put(user, person(admin, ofClient, user));
    }
    grants.put("technician", grant(admin, ofClient, "technician", people.get("technician"), "MSP_TECHNICIAN"));
    grants.put("reviewer", grant(admin, ofClient, "reviewer", people.get("reviewer"), "MSP_REVIEWER"));
    grants.put("executive", grant(admin, ofClient, "executive", people.get("executive"), "CLIENT_EXECUTIVE"));
    approve(as.apply("operator"), ofClient, "executive", grants.get("executive"));
    grants.put("control-owner", grant(admin, ofClient, "control-owner", people.get("control-owner"), "CONTROL_OWNER"));
    grants.put("auditor", grant(admin, ofClient, "auditor", people.get("auditor"), "AUDITOR"));
    approve(as.apply("executive"), ofClient, "auditor", grants.get("auditor"));
  }

  private UUID person(AssayApi by, String place, String user) {
    return by.post(
            "tenants",
            place + "/people",
            key("person-" + user),
            Map.of(
                "subject", subjectOf(user),
                "displayName", "Demo " + user.replace('-', ' '),
                "kind", "PERSON"))
        .expect(201)
        .id();
  }

  private UUID grant(AssayApi by, String place, String user, UUID person, String role) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("personId", person);
    body.put("role", role);
    body.put("reason", "Works on this engagement.");
    if (role.equals("AUDITOR")) {
      body.put("validUntil", today.plusYears(1) + "T00:00:00Z");
    }
    return by.post("tenants", place + "/grants", key("grant-" + user), body).expect(201).id();
  }

  private void approve(AssayApi by, String place, String user, UUID grant) {
    by.post(
            "tenants",
            place + "/grants/" + grant + "/approve",
            key("approve-" + user),
            Map.of("reason", "Known to us."))
        .expect(200);
  }

  private void assign(String control, Map<String, UUID> people) {
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
                "ownerPersonId", people.get("control-owner"),
                "operatorPersonId", people.get("control-owner"),
                "reviewerPersonId", people.get("reviewer"),
                "dueOn", today.withMonth(12).withDayOfMonth(15).toString()))
        .expect(200);
  }

  private SealedFile collect(UUID client, Exports.Export export) {
    AssayApi technician = as.apply("technician");
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
                    export.content(),
                    digest(export.content()))
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
                    "status", "EFFECTIVE",
                    "reason", "Inspected the export; nothing unexpected in it.",
                    "evidence",
                        List.of(Map.of("evidenceId", file.evidenceId(), "fileId", file.fileId())),
                    "concludedOn", today.toString()))
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

  private String subjectOf(String user) {
    String subject = subjects.get(user);
    if (subject == null) {
      throw new IllegalArgumentException("no such demo user: " + user);
    }
    return subject;
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
