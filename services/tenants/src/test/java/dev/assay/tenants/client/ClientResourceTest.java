package dev.assay.tenants.client;

import static dev.assay.tenants.world.World.as;
import static dev.assay.tenants.world.World.atClient;
import static dev.assay.tenants.world.World.clientNamed;
import static dev.assay.tenants.world.World.get;
import static dev.assay.tenants.world.World.hire;
import static dev.assay.tenants.world.World.newClient;
import static dev.assay.tenants.world.World.newMsp;
import static dev.assay.tenants.world.World.newSubject;
import static dev.assay.tenants.world.World.patiently;
import static dev.assay.tenants.world.World.post;
import static dev.assay.tenants.world.World.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.assay.tenants.world.AuditLog;
import dev.assay.tenants.world.World.Client;
import dev.assay.tenants.world.World.Msp;
import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.statement.NothingHalfDone;
import dev.assay.testing.statement.SqlStatements;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class ClientResourceTest {

  private Msp msp;

  @BeforeEach
  void onboard() {
    msp = newMsp();
  }

  @Test
  void onboardsAClientWhoseYearEndsOnALeapDay() {
    String body =
        """
        {"legalName":"Copperfield Instruments (demo)","fiscalYearEnd":{"month":2,"day":29},
         "timeZone":"America/New_York","filerStatus":"ACCELERATED"}
        """;

    Response answer = post(msp.admin(), msp.path() + "/clients", body);

    String id = answer.then().statusCode(201).extract().path("id");
    answer
        .then()
        .header("Location", endsWith("/v1/clients/" + id))
        .header("ETag", equalTo("\"v0\""))
        .body("mspId", equalTo(msp.id().toString()))
        .body("fiscalYearEnd.month", equalTo(2))
        .body("fiscalYearEnd.day", equalTo(29))
        .body("filerStatus", equalTo("ACCELERATED"))
        .body("status", equalTo("ONBOARDING"));
    get(msp.admin(), "/v1/clients/" + id)
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"v0\""))
        .body("legalName", equalTo("Copperfield Instruments (demo)"));
  }

  @ParameterizedTest
  @CsvSource({"2,30", "4,31", "13,1", "0,1", "1,0", "1,32", "-1,5"})
  void refusesAYearEndThatNoYearHas(int month, int day) {
    var request = new HashMap<>(clientNamed("Copperfield Instruments (demo)"));
    request.put("fiscalYearEnd", Map.of("month", month, "day", day));

    refused(request, "/fiscalYearEnd");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mars/Olympus", "+02:00", "", "america/new_york"})
  void refusesATimeZoneThatIanaDoesNotName(String zone) {
    var request = new HashMap<>(clientNamed("Copperfield Instruments (demo)"));
    request.put("timeZone", zone);

    refused(request, "/timeZone");
  }

  @Test
  void refusesANameThatIsEmptyOrTooLong() {
    refused(clientNamed(" "), "/legalName");
    refused(clientNamed("x".repeat(201)), "/legalName");
  }

  private void refused(Map<String, Object> request, String pointer) {
    NothingHalfDone.by(
        () ->
            post(msp.admin(), msp.path() + "/clients", request)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "\"text\"",
        "null",
        "",
        "{\"legalName\":7}",
        "{\"legalName\":\"A\",\"legalName\":\"B\"}",
        "{\"legalName\":\"A\",\"surprise\":true}",
        "{\"legalName\":\"A\",\"fiscalYearEnd\":\"--12-31\"}",
        "{\"legalName\":\"A\",\"fiscalYearEnd\":{\"month\":\"12\",\"day\":31}}",
        "{\"legalName\":\"A\",\"filerStatus\":\"HUGE\"}",
        "{\"legalName\":\"A\"} trailing"
      })
  void refusesABodyThatIsNotTheJsonAskedFor(String body) {
    NothingHalfDone.by(
        () ->
            post(msp.admin(), msp.path() + "/clients", body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json"));
  }

  @Test
  void aNewVersionNeedsTheOneThatWasRead() {
    Client client = newClient(msp);
    var renamed = clientNamed("Copperfield Precision (demo)");

    put(msp.admin(), client.path(), null, renamed).then().statusCode(428);
    put(msp.admin(), client.path(), "\"v7\"", renamed).then().statusCode(412);
    put(msp.admin(), client.path(), "\"v0\"", renamed)
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"v1\""))
        .body("legalName", equalTo("Copperfield Precision (demo)"));
    put(msp.admin(), client.path(), "\"v0\"", renamed).then().statusCode(412);
  }

  @Test
  void ofThirtyTwoWritersOfOneVersionOneWins() throws Exception {
    Client client = newClient(msp);

    List<Integer> answers =
        atOnce(
            32,
            i ->
                patiently(
                        () -> put(msp.admin(), client.path(), "\"v0\"", clientNamed("Writer " + i)))
                    .statusCode());

    assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
    assertThat(answers).filteredOn(status -> status == 412).hasSize(31);
    get(msp.admin(), client.path()).then().header("ETag", equalTo("\"v1\""));
    assertThat(AuditLog.events(client.id(), "client.changed")).isEqualTo(1);
  }

  @Test
  void fiftyTimesTheSameKeyAtOnceIsOneClientAndOneAnswer() throws Exception {
    var body = clientNamed("Onboarded once (demo)");
    String key = UUID.randomUUID().toString();

    List<String> answers =
        atOnce(
            50,
            i -> {
              Response answer =
                  patiently(() -> post(msp.admin(), msp.path() + "/clients", key, body));
              return answer.statusCode() + answer.header("Location") + answer.asString();
            });

    assertThat(answers).hasSize(50).containsOnly(answers.getFirst());
    assertThat(answers.getFirst()).startsWith("201");
    get(msp.admin(), msp.path() + "/clients").then().body("items.size()", equalTo(1));
    post(msp.admin(), msp.path() + "/clients", key, clientNamed("Another (demo)"))
        .then()
        .statusCode(422)
        .body("type", equalTo("/problems/idempotency-key-reused"));
  }

  @Test
  void aPostWithoutAKeyIsRefused() {
    as(msp.admin())
        .contentType("application/json")
        .body(clientNamed("Copperfield Instruments (demo)"))
        .when()
        .post(msp.path() + "/clients")
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/idempotency-key-required"));
  }

  @Test
  void theListGoesByNameInPagesAndFindsAPrefixInAnyCase() {
    for (String name : List.of("beta Works", "Alpha 100% Co", "Beta_Mills", "Zeta", "alpha One")) {
      newClient(msp, name);
    }
    String list = msp.path() + "/clients?limit=2";

    Response first = get(msp.admin(), list);
    first.then().statusCode(200).body("items.legalName", contains("Alpha 100% Co", "alpha One"));
    Response second = get(msp.admin(), list + "&cursor=" + first.path("nextCursor"));
    second.then().body("items.legalName", contains("beta Works", "Beta_Mills"));
    get(msp.admin(), list + "&cursor=" + second.path("nextCursor"))
        .then()
        .body("items.legalName", contains("Zeta"))
        .body("nextCursor", nullValue());

    get(msp.admin(), msp.path() + "/clients?name=BETA")
        .then()
        .body("items.legalName", contains("beta Works", "Beta_Mills"));
    as(msp.admin())
        .queryParam("name", "alpha 100%")
        .get(msp.path() + "/clients")
        .then()
        .body("items.legalName", contains("Alpha 100% Co"));
    get(msp.admin(), msp.path() + "/clients?name=beta&cursor=" + first.path("nextCursor"))
        .then()
        .statusCode(400)
        .body("type", equalTo("/problems/invalid-cursor"));
  }

  @Test
  void aTechniciansListHoldsTheClientsOfTheirGrants() {
    Client mine = newClient(msp, "Mine (demo)");
    newClient(msp, "Not mine (demo)");
    String technician = atClient(mine, "MSP_TECHNICIAN");
    String idle = newSubject("technician");
    hire(msp.admin(), msp.path(), idle, "MSP_TECHNICIAN");

    get(technician, msp.path() + "/clients")
        .then()
        .statusCode(200)
        .body("items.legalName", contains("Mine (demo)"));
    get(idle, msp.path() + "/clients")
        .then()
        .statusCode(200)
        .body("items", equalTo(Collections.emptyList()));
  }

  @Test
  void readsTakeTheFewestStatementsThereCanBe() {
    Client client = newClient(msp);
    newClient(msp);
    String technician = atClient(client, "MSP_TECHNICIAN");

    // Binding the directory's scope, the grant, binding the client's scope, the row.
    SqlStatements.atMost(4, () -> get(technician, client.path()).then().statusCode(200));
    SqlStatements.atMost(4, () -> get(msp.admin(), msp.path() + "/clients").then().statusCode(200));
    SqlStatements.atMost(
        2,
        () -> get(technician, "/v1/grants/effective?client=" + client.id()).then().statusCode(200));
  }

  private interface Numbered<T> {
    T call(int number);
  }

  private static <T> List<T> atOnce(int times, Numbered<T> call) throws Exception {
    try (var threads = Executors.newFixedThreadPool(times)) {
      List<Callable<T>> calls = new java.util.ArrayList<>();
      for (int i = 0; i < times; i++) {
        int number = i;
        calls.add(() -> call.call(number));
      }
      return threads.invokeAll(calls).stream().map(done -> done.resultNow()).toList();
    }
  }
}
