package dev.assay.local.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * How an MSP and its first client come to be: an operator creates the MSP and its admin, the admin
 * onboards the client and its people, and whoever must approve a grant does.
 */
public final class Onboarding {

  /** The people of one client, by what they are there. */
  public record Team(
      UUID technician, UUID reviewer, UUID executive, UUID controlOwner, UUID auditor) {}

  private final String name;
  private final LocalDate today;
  private final Function<String, AssayApi> as;
  private final Map<String, String> subjects;

  /**
   * Prepares an onboarding.
   *
   * @param name start of every Idempotency-Key: onboarding again under this name changes nothing
   * @param today grants of auditors end a year after it
   * @param as a demo user's access, by user name
   * @param subjects the demo users' subjects, by user name
   */
  public Onboarding(
      String name, LocalDate today, Function<String, AssayApi> as, Map<String, String> subjects) {
    this.name = name;
    this.today = today;
    this.as = as;
    this.subjects = Map.copyOf(subjects);
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
  public UUID createClient(UUID msp, String clientName, String admin) {
    AssayApi by = as.apply(admin);
    UUID client =
        by.post(
                "tenants",
                "/v1/msps/" + msp + "/clients",
                key("client"),
                Map.of(
                    "legalName",
                    clientName,
                    "fiscalYearEnd",
                    Map.of("month", 12, "day", 31),
                    "timeZone",
                    "America/New_York"))
            .expect(201)
            .id();
    system(by, client, "Keycloak realm assay", "APPLICATION", "Signs in all who work on ICFR.");
    system(by, client, "PostgreSQL cluster", "DATABASE", "Holds the records that ICFR rests on.");
    return client;
  }

  /** The MSP's admin names the people; the operator and the executive approve what they must. */
  public Team staff(UUID msp, UUID client, String admin) {
    AssayApi by = as.apply(admin);
    String ofMsp = "/v1/msps/" + msp;
    String ofClient = "/v1/clients/" + client;
    UUID technician = person(by, ofMsp, "technician");
    grant(by, ofClient, "technician", technician, "MSP_TECHNICIAN");
    UUID reviewer = person(by, ofMsp, "reviewer");
    grant(by, ofClient, "reviewer", reviewer, "MSP_REVIEWER");
    UUID executive = person(by, ofClient, "executive");
    UUID asExecutive = grant(by, ofClient, "executive", executive, "CLIENT_EXECUTIVE");
    approve(as.apply("operator"), ofClient, "executive", asExecutive);
    UUID owner = person(by, ofClient, "control-owner");
    grant(by, ofClient, "control-owner", owner, "CONTROL_OWNER");
    UUID auditor = person(by, ofClient, "auditor");
    UUID asAuditor = grant(by, ofClient, "auditor", auditor, "AUDITOR");
    approve(as.apply("executive"), ofClient, "auditor", asAuditor);
    return new Team(technician, reviewer, executive, owner, auditor);
  }

  private void system(AssayApi by, UUID client, String system, String kind, String rationale) {
    by.post(
            "tenants",
            "/v1/clients/" + client + "/systems",
            key("system-" + kind),
            Map.of("name", system, "kind", kind, "hosting", "ON_PREMISES", "rationale", rationale))
        .expect(201);
  }

  /** Makes a demo user a person of an MSP or a client. */
  public UUID person(AssayApi by, String place, String user) {
    return by.post(
            "tenants",
            place + "/people",
            key("person-" + user),
            Map.of(
                "subject",
                subjectOf(user),
                "displayName",
                "Demo " + user.replace('-', ' '),
                "kind",
                "PERSON"))
        .expect(201)
        .id();
  }

  /** Grants a role in a place; answers the grant's id. */
  public UUID grant(AssayApi by, String place, String user, UUID person, String role) {
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
}
