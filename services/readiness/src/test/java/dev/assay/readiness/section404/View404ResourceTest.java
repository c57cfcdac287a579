package dev.assay.readiness.section404;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static dev.assay.readiness.world.Shapes.control;
import static dev.assay.readiness.world.Shapes.unassigned;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.assay.readiness.world.World;
import dev.assay.readiness.world.WorldResource;
import dev.assay.tenancy.permission.Role;
import dev.assay.testing.openapi.OpenApiConformance;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.token.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class View404ResourceTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A new client each time: grants are remembered for ten seconds. */
  private final UUID client = UUID.randomUUID();

  @BeforeEach
  void aClientWithAnExecutive() {
    World.reset();
    World.grant("executive", client, Role.CLIENT_EXECUTIVE);
    World.client(client, 12, 31, "America/New_York");
    World.people(client);
  }

  @Test
  void listsExactlyWhatIsLeft() throws Exception {
    World.inputs(
        client,
        2026,
        unassigned("CM-01", true, "MEDIUM"),
        control("AM-04", true, "HIGH", "EFFECTIVE", false, World.OWNER, "2026-11-30"),
        control("AM-05", true, "HIGH", "NOT_STARTED", true, World.OWNER, "2020-01-31"),
        control("OP-01", false, "LOW", "NOT_STARTED", false, null, null));

    Response response = view("executive", 2026);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.header("Cache-Control")).contains("no-store");
    JsonNode view = JSON.readTree(response.asString());
    assertThat(view.path("state").asText()).isEqualTo("CANNOT_CONCLUDE");
    assertThat(view.path("fiscalYearEnd").asText()).isEqualTo("2026-12-31");
    assertThat(view.path("headline").asText())
        .isEqualTo(
            "Management cannot conclude yet on internal control over financial reporting as of"
                + " 31 December 2026: 4 points are open.");
    assertThat(view.path("blockers"))
        .isEqualTo(
            JSON.readTree(
                """
                [{"code": "KEY_CONTROL_UNTESTED",
                  "title": "Key control tested, but that counts only once it is reviewed",
                  "controlId": "AM-05", "controlTitle": "Control AM-05",
                  "owner": {"personId": "01937f6e-0000-7000-8000-0000000000d1",
                            "displayName": "Demo Control Owner"},
                  "dueOn": "2020-01-31", "overdue": true},
                 {"code": "KEY_CONTROL_UNTESTED", "title": "Key control not tested yet",
                  "controlId": "CM-01", "controlTitle": "Control CM-01",
                  "owner": null, "dueOn": null, "overdue": false},
                 {"code": "SCOPING_NOT_APPROVED",
                  "title": "Nobody has approved which systems and controls are in scope",
                  "controlId": null, "controlTitle": null,
                  "owner": null, "dueOn": null, "overdue": false},
                 {"code": "TEST_NOT_REVIEWED",
                  "title": "The conclusion waits for a reviewer's sign-off",
                  "controlId": "AM-05", "controlTitle": "Control AM-05",
                  "owner": {"personId": "01937f6e-0000-7000-8000-0000000000d1",
                            "displayName": "Demo Control Owner"},
                  "dueOn": "2020-01-31", "overdue": true}]
                """));
    assertThat(view.path("blockerCounts"))
        .isEqualTo(
            JSON.readTree(
                """
                {"KEY_CONTROL_UNTESTED": 2, "SCOPING_NOT_APPROVED": 1, "TEST_NOT_REVIEWED": 1}
                """));
    // 4.5 of 4.5 + 4.5 + 3 + 0.5: what awaits review earns nothing yet.
    assertThat(view.at("/score/value").decimalValue()).isEqualByComparingTo("36.0");
    assertThat(view.at("/score/terms")).hasSize(4);
    assertThat(view.at("/ruleSet/id").asText()).isEqualTo("readiness-1");
  }

  @Test
  void stateBlockersAndScoreFollowFromTheAnswerAlone() throws Exception {
    World.inputs(
        client,
        2026,
        unassigned("CM-01", true, "MEDIUM"),
        control("AM-01", true, "HIGH", "EFFECTIVE", false, null, null),
        control("AM-02", false, "LOW", "EFFECTIVE", true, null, null),
        control("AM-03", true, "LOW", "NOT_APPLICABLE", false, null, null),
        control("AM-04", false, "LOW", "NOT_APPLICABLE", true, null, null),
        control("AM-05", true, "HIGH", "INEFFECTIVE", false, null, null),
        control("AM-06", true, "MEDIUM", "DESIGNED", false, null, null),
        control("AM-07", true, "HIGH", "DID_NOT_OPERATE", false, null, null),
        control("AM-08", false, "HIGH", "INCONCLUSIVE", false, null, null),
        control("AM-09", true, "LOW", "REMEDIATED_AWAITING_RETEST", false, null, null));

    Response response = view("executive", 2026);

    Recomputation.check(JSON.readTree(response.asString()));
  }

  @Test
  void aYearWithoutControlsHasNoScoreAndCannotBeConcludedOn() throws Exception {
    World.inputs(client, 2026);

    Response response = view("executive", 2026);

    JsonNode view = JSON.readTree(response.asString());
    assertThat(view.at("/score/value").isNull()).isTrue();
    assertThat(view.path("blockerCounts"))
        .isEqualTo(JSON.readTree("{\"NO_APPLICABLE_CONTROLS\": 1, \"SCOPING_NOT_APPROVED\": 1}"));
    Recomputation.check(view);
  }

  @ParameterizedTest
  @CsvSource({"2027, 2027-02-28", "2028, 2028-02-29"})
  void aYearThatEndsOnTheLastOfFebruaryEndsThereInEveryYear(int year, String end) {
    World.client(client, 2, 29, "Europe/Berlin");
    World.inputs(client, year, unassigned("AM-01", true, "HIGH"));

    view("executive", year).then().statusCode(200).body("fiscalYearEnd", is(end));
  }

  @Test
  void asksTheOthersInTheCallersOwnName() {
    World.inputs(client, 2026);

    view("executive", 2026);

    String bearer = "Bearer " + World.token("executive");
    World.controls()
        .verifyThat(
            1,
            getRequestedFor(urlPathEqualTo(World.inputsPath(client, 2026)))
                .withHeader("Authorization", equalTo(bearer)));
    World.tenants()
        .verifyThat(
            1,
            getRequestedFor(urlPathEqualTo("/v1/clients/" + client + "/people"))
                .withHeader("Authorization", equalTo(bearer)));
  }

  @Test
  void readsEveryPageOfPeople() {
    String people = "/v1/clients/" + client + "/people";
    World.tenants()
        .register(
            get(urlPathEqualTo(people))
                .atPriority(2)
                .willReturn(WireMock.okJson("{\"items\":[],\"nextCursor\":\"next\"}")));
    World.tenants()
        .register(
            get(urlPathEqualTo(people))
                .atPriority(1)
                .withQueryParam("cursor", equalTo("next"))
                .willReturn(
                    WireMock.okJson(
                        """
                        {"items":[{"id":"%s","displayName":"Second Page"}],"nextCursor":null}
                        """
                            .formatted(World.OWNER))));
    World.inputs(client, 2026, control("AM-01", true, "LOW", "DESIGNED", false, World.OWNER, null));

    view("executive", 2026)
        .then()
        .statusCode(200)
        .body("blockers[0].owner.displayName", is("Second Page"));
  }

  @ParameterizedTest
  @CsvSource({
    "PLATFORM_OPERATOR, 403",
    "MSP_ADMIN, 200",
    "MSP_TECHNICIAN, 200",
    "MSP_REVIEWER, 200",
    "CLIENT_EXECUTIVE, 200",
    "CONTROL_OWNER, 403",
    "AUDITOR, 200",
    "INTEGRATION, 403",
    "BREAK_GLASS, 200"
  })
  void rolesAnswerAsListed(Role role, int status) {
    World.inputs(client, 2026);
    World.grant("somebody", client, role);

    view("somebody", 2026).then().statusCode(status);
  }

  @Test
  void aForeignClientAndOneThatDoesNotExistAnswerAlike() {
    World.grant("executive-of-another", UUID.randomUUID(), Role.CLIENT_EXECUTIVE);

    Response foreign = view("executive-of-another", 2026);
    Response unknown = viewOf(UUID.randomUUID().toString(), "executive-of-another", "2026");
    Response malformed = viewOf("no-id", "executive-of-another", "2026");

    Problems.expect(foreign, 404, "not-found");
    assertThat(Problems.withoutRequestId(unknown)).isEqualTo(Problems.withoutRequestId(foreign));
    assertThat(Problems.withoutRequestId(malformed)).isEqualTo(Problems.withoutRequestId(foreign));
  }

  @ParameterizedTest
  @ValueSource(strings = {"next", "26", "20266", "-2026", "2026.0", "0000", "2001", "2101", "2003"})
  void aYearThatIsNoneIsRefusedWithItsReason(String year) {
    if (year.equals("2003")) {
      World.inputs(client, 2003);
    }

    viewOf(client.toString(), "executive", year)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", is("/problems/invalid-request"))
        .body("errors[0].pointer", is("?fiscalYear"));
  }

  static Stream<Arguments> badTokens() {
    return Stream.of(
        Arguments.of("none", null),
        Arguments.of("no token at all", "nonsense"),
        Arguments.of("expired", TestTokens.expired("executive")),
        Arguments.of("another audience", TestTokens.forAnotherAudience("executive")),
        Arguments.of("unknown application", TestTokens.fromUnknownApplication("executive")),
        Arguments.of("another issuer", TestTokens.fromAnotherIssuer("executive")),
        Arguments.of("a stranger's key", TestTokens.signedByAStranger("executive")),
        Arguments.of("unsigned", TestTokens.unsigned("executive")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badTokens")
  void aTokenThatIsNotGoodIsRefused(String what, String token) {
    var request = token == null ? given() : given().auth().oauth2(token);

    Response answer = request.get("/v1/clients/{client}/years/2026/views/404", client);

    Problems.expect(answer, 401, "unauthenticated");
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
  }

  static Stream<Arguments> outages() {
    ResponseDefinitionBuilder hung =
        WireMock.aResponse().withStatus(200).withFixedDelay(10_000).withBody("{}");
    ResponseDefinitionBuilder dead = WireMock.aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
    ResponseDefinitionBuilder broken = World.problem(500);
    ResponseDefinitionBuilder nonsense = WireMock.okJson("{\"controls\":\"none\"}");
    ResponseDefinitionBuilder trickling =
        WireMock.okJson("{\"controls\":[]}").withChunkedDribbleDelay(10, 10_000);
    return Stream.of(
        Arguments.of("controls hung", "controls", hung),
        Arguments.of("controls dead", "controls", dead),
        Arguments.of("controls broken", "controls", broken),
        Arguments.of("controls answers nonsense", "controls", nonsense),
        Arguments.of("controls trickles", "controls", trickling),
        Arguments.of("tenants hung", "tenants", hung),
        Arguments.of("tenants dead", "tenants", dead),
        Arguments.of("tenants broken", "tenants", broken),
        Arguments.of("tenants trickles", "tenants", trickling));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("outages")
  void aServiceThatDoesNotAnswerIsA503WithinTwoSeconds(
      String what, String service, ResponseDefinitionBuilder answer) {
    World.inputs(client, 2026);
    WireMock stub = service.equals("controls") ? World.controls() : World.tenants();
    String path =
        service.equals("controls") ? World.inputsPath(client, 2026) : "/v1/clients/" + client;
    stub.register(get(urlPathEqualTo(path)).atPriority(1).willReturn(answer));
    long start = System.nanoTime();

    Response response = view("executive", 2026);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(2500));
    Problems.expect(response, 503, "dependency-unavailable");
    assertThat(response.header("Retry-After")).isEqualTo("1");
    assertThat(response.path("detail").toString()).contains(service);
  }

  @Test
  void aSlowGrantAndAHungServiceTogetherStayWithinTwoSeconds() {
    World.tenants()
        .register(
            get(urlPathEqualTo("/v1/grants/effective"))
                .atPriority(1)
                .willReturn(
                    WireMock.okJson(
                            """
                            {"personId":"%s","mspId":"%s","clientId":"%s","roles":["AUDITOR"],
                             "allClients":false,"clientIds":[],"validUntil":null}
                            """
                                .formatted(World.OWNER, World.MSP, client))
                        .withFixedDelay(1000)));
    World.controls()
        .register(
            get(urlPathEqualTo(World.inputsPath(client, 2026)))
                .willReturn(WireMock.ok().withFixedDelay(10_000)));
    long start = System.nanoTime();

    Response response = view("executive", 2026);

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(2500));
  }

  @Test
  void grantsThatCannotBeAskedForAreA503() {
    World.tenants()
        .register(
            get(urlPathEqualTo("/v1/grants/effective"))
                .atPriority(1)
                .willReturn(WireMock.aResponse().withFault(Fault.EMPTY_RESPONSE)));

    view("executive", 2026).then().statusCode(503);
  }

  @Test
  void whatTheOthersRefuseIsRefusedHere() {
    World.inputs(client, 2026);
    World.controls()
        .register(
            get(urlPathEqualTo(World.inputsPath(client, 2026)))
                .atPriority(1)
                .willReturn(World.problem(403)));

    view("executive", 2026).then().statusCode(403).body("type", is("/problems/forbidden"));
  }

  private Response view(String subject, int year) {
    return viewOf(client.toString(), subject, Integer.toString(year));
  }

  private static Response viewOf(String client, String subject, String year) {
    return given()
        .filter(OpenApiConformance.ofRunningService())
        .auth()
        .oauth2(World.token(subject))
        .get("/v1/clients/{client}/years/{year}/views/404", client, year);
  }

  private static org.hamcrest.Matcher<String> is(String text) {
    return org.hamcrest.Matchers.is(text);
  }
}
