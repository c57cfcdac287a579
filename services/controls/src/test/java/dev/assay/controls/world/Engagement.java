package dev.assay.controls.world;

import static io.restassured.RestAssured.given;

import dev.assay.tenancy.permission.Role;
import dev.assay.testing.openapi.OpenApiConformance;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** A client that no other test has met, with its people and systems, and calls in their names. */
public final class Engagement {

  public final UUID msp;
  public final UUID client = UUID.randomUUID();
  public final Someone technician = Someone.anybody();
  public final Someone otherTechnician = Someone.anybody();
  public final Someone reviewer = Someone.anybody();
  public final Someone executive = Someone.anybody();
  public final Someone owner = Someone.anybody();
  public final UUID system = UUID.randomUUID();
  public final UUID otherSystem = UUID.randomUUID();
  public final int year = 2026;

  private static OpenApiConformance conformance;

  public Engagement() {
    this(UUID.randomUUID());
  }

  public Engagement(UUID msp) {
    this.msp = msp;
    World.grant(technician, msp, client, Role.MSP_TECHNICIAN);
    World.grant(otherTechnician, msp, client, Role.MSP_TECHNICIAN);
    World.grant(reviewer, msp, client, Role.MSP_REVIEWER);
    World.grant(executive, msp, client, Role.CLIENT_EXECUTIVE);
    World.grant(owner, msp, client, Role.CONTROL_OWNER);
    World.client(msp, client, 12, 31, "America/New_York");
    World.people(
        client,
        List.of(
            technician.personId(),
            otherTechnician.personId(),
            reviewer.personId(),
            executive.personId(),
            owner.personId()));
    World.systems(client, List.of(system, otherSystem));
  }

  /** A request in somebody's name whose answer is held against the OpenAPI document. */
  public static RequestSpecification as(Someone someone) {
    if (conformance == null) {
      conformance = OpenApiConformance.ofRunningService();
    }
    return given()
        .filter(conformance)
        .header("Authorization", "Bearer " + someone.token())
        .contentType(ContentType.JSON);
  }

  /** As {@link #as}, with an Idempotency-Key of its own. */
  public static RequestSpecification once(Someone someone) {
    return as(someone).header("Idempotency-Key", UUID.randomUUID().toString());
  }

  public String yearPath() {
    return "/v1/clients/" + client + "/years/" + year;
  }

  public String control(String id) {
    return yearPath() + "/controls/" + id;
  }

  public Response apply(String body) {
    return once(technician).body(body).post(yearPath() + "/controls/apply");
  }

  public void applyControls(String... ids) {
    String list =
        List.of(ids).stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(","));
    apply("{\"selection\":{\"controlIds\":[" + list + "]}}").then().statusCode(200);
  }

  public String etag(String id) {
    return as(technician).get(control(id)).then().statusCode(200).extract().header("ETag");
  }

  /** Gives the control to the owner, who also operates it, and the reviewer. */
  public void assign(String id) {
    assign(id, owner.personId(), etag(id)).then().statusCode(200);
  }

  public Response assign(String id, UUID operator, String etag) {
    return as(technician)
        .header("If-Match", etag)
        .body(
            """
            {"ownerPersonId":"%s","operatorPersonId":"%s","reviewerPersonId":"%s",
             "dueOn":"2026-12-15"}
            """
                .formatted(owner.personId(), operator, reviewer.personId()))
        .put(control(id) + "/assignment");
  }

  /** A file of the client in this state. */
  public Filed file(String state) {
    var filed = new Filed(UUID.randomUUID(), UUID.randomUUID());
    World.file(client, filed.evidenceId(), filed.fileId(), state);
    return filed;
  }

  /** A file, by its item. */
  public record Filed(UUID evidenceId, UUID fileId) {
    public String json() {
      return "{\"evidenceId\":\"%s\",\"fileId\":\"%s\"}".formatted(evidenceId, fileId);
    }
  }

  public Response conclude(Someone by, String id, String status, Filed... files) {
    String evidence = List.of(files).stream().map(Filed::json).collect(Collectors.joining(","));
    return once(by)
        .body(
            """
            {"status":"%s","reason":"Inspected.","evidence":[%s],"concludedOn":"2026-11-02"}
            """
                .formatted(status, evidence))
        .post(control(id) + "/conclusions");
  }

  public Response review(Someone by, String id, String conclusion, String decision) {
    return once(by)
        .body("{\"decision\":\"%s\",\"note\":\"Looked at it.\"}".formatted(decision))
        .post(control(id) + "/conclusions/" + conclusion + "/review");
  }

  /** Concludes on one sealed file and has it accepted. */
  public void concludeAndAccept(String id, String status) {
    String conclusion =
        conclude(technician, id, status, file("SEALED"))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    review(reviewer, id, conclusion, "ACCEPTED").then().statusCode(200);
  }
}
