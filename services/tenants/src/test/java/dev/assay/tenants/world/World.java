package dev.assay.tenants.world;

import static io.restassured.RestAssured.given;

import dev.assay.testing.openapi.OpenApiConformance;
import dev.assay.testing.token.TestTokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Calls of the API in a person's name, and the places and people that tests start from. */
public final class World {

  public static final String OPERATOR = Tokens.OPERATOR;

  /** An MSP with its admin. */
  public record Msp(UUID id, String admin) {
    public String path() {
      return "/v1/msps/" + id;
    }
  }

  /** A client with nobody in it. */
  public record Client(Msp msp, UUID id) {
    public String path() {
      return "/v1/clients/" + id;
    }
  }

  /** Read once, when the first call needs it. */
  private static final class Conformance {
    static final OpenApiConformance DOCUMENT = OpenApiConformance.ofRunningService();
  }

  private World() {}

  public static String newSubject(String role) {
    return role + "-" + UUID.randomUUID();
  }

  public static RequestSpecification as(String subject) {
    return given().filter(Conformance.DOCUMENT).auth().oauth2(Tokens.of(subject));
  }

  public static Response get(String subject, String path) {
    return as(subject).when().get(path);
  }

  public static Response post(String subject, String path, Object body) {
    return post(subject, path, UUID.randomUUID().toString(), body);
  }

  public static Response post(String subject, String path, String key, Object body) {
    return as(subject)
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .body(body)
        .when()
        .post(path);
  }

  /** An operation that takes no body. */
  public static Response trigger(String subject, String path) {
    return as(subject).header("Idempotency-Key", UUID.randomUUID().toString()).when().post(path);
  }

  public static Response put(String subject, String path, String ifMatch, Object body) {
    var request = as(subject).contentType("application/json").body(body);
    return (ifMatch == null ? request : request.header("If-Match", ifMatch)).when().put(path);
  }

  /**
   * Sends again what met a busy pool, as the 503 says: nothing was changed. On a machine that also
   * builds, fifty calls at once may wait longer for a connection than a caller is kept waiting.
   */
  public static Response patiently(Supplier<Response> call) {
    Response answer = call.get();
    for (int again = 0; answer.statusCode() == 503 && again < 20; again++) {
      answer = call.get();
    }
    return answer;
  }

  public static UUID created(Response response) {
    return UUID.fromString(response.then().statusCode(201).extract().path("id"));
  }

  public static Msp newMsp() {
    return newMsp("Northlight Managed Services (demo)");
  }

  public static Msp newMsp(String name) {
    UUID id = created(post(OPERATOR, "/v1/msps", Map.of("name", name)));
    var msp = new Msp(id, newSubject("admin"));
    hire(OPERATOR, msp.path(), msp.admin(), "MSP_ADMIN");
    return msp;
  }

  public static Client newClient(Msp msp) {
    return newClient(msp, "Copperfield Instruments (demo)");
  }

  public static Client newClient(Msp msp, String legalName) {
    return new Client(
        msp, created(post(msp.admin(), msp.path() + "/clients", clientNamed(legalName))));
  }

  public static Map<String, Object> clientNamed(String legalName) {
    return Map.of(
        "legalName",
        legalName,
        "fiscalYearEnd",
        Map.of("month", 12, "day", 31),
        "timeZone",
        "America/New_York");
  }

  public static UUID newPerson(String by, String place, String subject) {
    return newPerson(by, place, subject, "PERSON");
  }

  public static UUID newPerson(String by, String place, String subject, String kind) {
    UUID person =
        created(
            post(
                by,
                place + "/people",
                Map.of("subject", subject, "displayName", "Demo person", "kind", kind)));
    if (kind.equals("SERVICE_ACCOUNT") && place.startsWith("/v1/msps/")) {
      nameOwner(by, place, person);
    }
    return person;
  }

  /** Lets the first person of the MSP answer for a service account. */
  private static void nameOwner(String by, String msp, UUID account) {
    String owner =
        get(by, msp + "/people").then().extract().path("items.find { it.kind == 'PERSON' }.id");
    post(
            by,
            msp + "/service-accounts/" + account + "/owner",
            Map.of("personId", owner, "reason", "Runs it."))
        .then()
        .statusCode(200);
  }

  public static Map<String, Object> grantOf(String role, UUID person) {
    Map<String, Object> body = new HashMap<>();
    body.put("personId", person);
    body.put("role", role);
    body.put("reason", "Works on this engagement.");
    if (role.equals("AUDITOR")) {
      body.put("validUntil", "2099-01-01T00:00:00Z");
    }
    if (role.equals("INTEGRATION")) {
      body.put("validUntil", Instant.now().plus(Duration.ofDays(300)).toString());
    }
    return body;
  }

  /** Somebody new, at an address of their own. */
  public static Map<String, Object> invitationOf(String role) {
    return Map.of(
        "mail", newSubject("mail") + "@demo.invalid", "displayName", "Demo person", "role", role);
  }

  /** Makes a person known and gives them a role in the same place; answers the grant's id. */
  public static UUID hire(String by, String place, String subject, String role) {
    return created(post(by, place + "/grants", grantOf(role, newPerson(by, place, subject))));
  }

  /** A technician or reviewer of the MSP with a grant at one client. */
  public static String atClient(Client client, String role) {
    String subject = newSubject(role);
    UUID person = newPerson(client.msp().admin(), client.msp().path(), subject);
    created(post(client.msp().admin(), client.path() + "/grants", grantOf(role, person)));
    return subject;
  }

  /** A client's first executive, approved by the operator. */
  public static String firstExecutive(Client client) {
    String subject = newSubject("executive");
    UUID grant = hire(client.msp().admin(), client.path(), subject, "CLIENT_EXECUTIVE");
    approve(OPERATOR, client, grant).then().statusCode(200);
    return subject;
  }

  public static String auditor(Client client, String executive) {
    String subject = newSubject("auditor");
    UUID grant = hire(client.msp().admin(), client.path(), subject, "AUDITOR");
    approve(executive, client, grant).then().statusCode(200);
    return subject;
  }

  public static Response approve(String by, Client client, UUID grant) {
    return post(
        by, client.path() + "/grants/" + grant + "/approve", Map.of("reason", "Known to us."));
  }

  public static Response revoke(String by, String place, UUID grant) {
    return post(by, place + "/grants/" + grant + "/revoke", Map.of("reason", "Has left."));
  }

  /** As {@link #post}, by somebody who signed in with a second factor. */
  public static Response postWithSecondFactor(String subject, String path, Object body) {
    return given()
        .filter(Conformance.DOCUMENT)
        .auth()
        .oauth2(TestTokens.withSecondFactor(subject))
        .contentType("application/json")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(body)
        .when()
        .post(path);
  }

  /** An operator reads at a client. */
  public static Response breakGlass(String operator, Client client, int minutes) {
    return postWithSecondFactor(
        operator,
        client.path() + "/break-glass",
        Map.of("reason", "Ticket 4711: sealed evidence does not show up.", "forMinutes", minutes));
  }

  public static Response effectiveAtClient(String subject, UUID client) {
    return get(subject, "/v1/grants/effective?client=" + client);
  }
}
