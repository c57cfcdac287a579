package dev.assay.controls;

import static dev.assay.controls.world.Engagement.as;
import static dev.assay.tenancy.permission.Role.AUDITOR;
import static dev.assay.tenancy.permission.Role.BREAK_GLASS;
import static dev.assay.tenancy.permission.Role.CLIENT_EXECUTIVE;
import static dev.assay.tenancy.permission.Role.CONTROL_OWNER;
import static dev.assay.tenancy.permission.Role.INTEGRATION;
import static dev.assay.tenancy.permission.Role.MSP_ADMIN;
import static dev.assay.tenancy.permission.Role.MSP_REVIEWER;
import static dev.assay.tenancy.permission.Role.MSP_TECHNICIAN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.assay.controls.world.Engagement;
import dev.assay.controls.world.Someone;
import dev.assay.controls.world.World;
import dev.assay.tenancy.permission.Role;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.token.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation as every role, against a table kept by hand. */
@QuarkusTest
class ControlsAccessTest {

  private static final Set<Role> READERS =
      Set.of(
          MSP_TECHNICIAN,
          MSP_REVIEWER,
          CLIENT_EXECUTIVE,
          CONTROL_OWNER,
          AUDITOR,
          INTEGRATION,
          BREAK_GLASS);
  private static final Set<Role> TECHNICIAN = Set.of(MSP_TECHNICIAN);

  /** An operation, and who may call it; everybody else gets a 403. */
  record Row(String operation, String method, String path, String body, Set<Role> may) {
    @Override
    public String toString() {
      return operation;
    }
  }

  private static List<Row> table() {
    String control = "/controls/AM-04";
    String conclusion = control + "/conclusions/" + new UUID(7, 7);
    return List.of(
        new Row("listControls", "GET", "/controls", null, READERS),
        new Row("getControl", "GET", control, null, READERS),
        new Row("applyLibrary", "POST", "/controls/apply", "{}", TECHNICIAN),
        new Row("assignControl", "PUT", control + "/assignment", "{}", TECHNICIAN),
        new Row("listConclusions", "GET", control + "/conclusions", null, READERS),
        new Row("getConclusion", "GET", conclusion, null, READERS),
        new Row("concludeControl", "POST", control + "/conclusions", "{}", TECHNICIAN),
        new Row("reviewConclusion", "POST", conclusion + "/review", "{}", Set.of(MSP_REVIEWER)),
        new Row(
            "getReadinessInputs",
            "GET",
            "/readiness-inputs",
            null,
            Set.of(
                MSP_ADMIN, MSP_TECHNICIAN, MSP_REVIEWER, CLIENT_EXECUTIVE, AUDITOR, BREAK_GLASS)));
  }

  private static final Set<String> OF_THE_LIBRARY =
      Set.of("getLibrary", "listLibraryControls", "getLibraryControl");

  private Engagement engagement;

  @BeforeEach
  void applied() {
    World.reset();
    engagement = new Engagement();
    engagement.applyControls("AM-04");
  }

  @ParameterizedTest
  @MethodSource("table")
  void opensToTheRolesOfTheTableAlone(Row row) {
    for (Role role : Role.values()) {
      Someone someone = Someone.anybody();
      World.grant(someone, engagement.msp, engagement.client, role);

      Response answer = call(row, as(someone));

      if (row.may().contains(role)) {
        assertThat(answer.statusCode()).as(row + " as " + role).isIn(200, 400, 404, 428);
      } else {
        Problems.expect(answer, 403, "forbidden");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("table")
  void opensToNobodyWithoutAGrant(Row row) {
    Problems.expect(call(row, as(Someone.anybody())), 404, "not-found");
  }

  @ParameterizedTest
  @MethodSource("table")
  void opensToNoBadToken(Row row) {
    Problems.expect(
        call(row, RestAssured.given().contentType(ContentType.JSON)), 401, "unauthenticated");
    String subject = engagement.technician.subject();
    for (String token :
        List.of(
            TestTokens.expired(subject),
            TestTokens.forAnotherAudience(subject),
            TestTokens.fromUnknownApplication(subject),
            TestTokens.fromAnotherIssuer(subject),
            TestTokens.signedByAStranger(subject),
            TestTokens.unsigned(subject),
            "nonsense")) {
      var request =
          RestAssured.given()
              .contentType(ContentType.JSON)
              .header("Authorization", "Bearer " + token);
      Problems.expect(call(row, request), 401, "unauthenticated");
    }
  }

  @Test
  void namesEveryOperationOfTheDocument() throws IOException {
    var document = new YAMLMapper().readTree(RestAssured.get("/q/openapi").asString());
    List<String> documented = new ArrayList<>();
    document
        .path("paths")
        .forEach(
            path ->
                path.forEach(
                    operation -> {
                      if (operation.has("operationId")) {
                        documented.add(operation.path("operationId").asText());
                      }
                    }));

    assertThat(documented)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(
                    table().stream().map(Row::operation),
                    OF_THE_LIBRARY.stream(),
                    Stream.of("describeProblem"))
                .flatMap(names -> names)
                .toList());
  }

  @Test
  void describesEachOfItsProblems() {
    for (ControlsProblem problem : ControlsProblem.values()) {
      assertThat(RestAssured.get(problem.uri()).asString())
          .contains(problem.title(), problem.remedy());
    }
    assertThat(Arrays.stream(ControlsProblem.values()).map(ControlsProblem::status))
        .containsOnly(409);
  }

  private Response call(Row row, RequestSpecification request) {
    request.header("Idempotency-Key", UUID.randomUUID().toString());
    if (row.body() != null) {
      request.body(row.body());
    }
    return request.request(row.method(), engagement.yearPath() + row.path());
  }
}
