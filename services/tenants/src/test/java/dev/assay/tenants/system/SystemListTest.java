package dev.assay.tenants.system;

import static dev.assay.tenants.system.Systems.approve;
import static dev.assay.tenants.system.Systems.atOnce;
import static dev.assay.tenants.system.Systems.change;
import static dev.assay.tenants.system.Systems.decide;
import static dev.assay.tenants.system.Systems.newSystem;
import static dev.assay.tenants.system.Systems.path;
import static dev.assay.tenants.system.Systems.record;
import static dev.assay.tenants.system.Systems.replace;
import static dev.assay.tenants.system.Systems.system;
import static dev.assay.tenants.system.Systems.today;
import static dev.assay.tenants.world.World.as;
import static dev.assay.tenants.world.World.atClient;
import static dev.assay.tenants.world.World.get;
import static dev.assay.tenants.world.World.newClient;
import static dev.assay.tenants.world.World.newMsp;
import static dev.assay.tenants.world.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.assay.tenants.world.AuditLog;
import dev.assay.tenants.world.World.Client;
import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.statement.NothingHalfDone;
import dev.assay.testing.statement.SqlStatements;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding systems, at the cost of one query, and changing them one after the other. */
@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class SystemListTest {

  private Client client;
  private String reviewer;

  @BeforeEach
  void onboard() {
    client = newClient(newMsp());
    reviewer = atClient(client, "MSP_REVIEWER");
  }

  @Test
  void theListIsNarrowedByKindAndState() {
    UUID ledger = newSystem(client, system("Ledger"));
    UUID database = newSystem(client, system("Database", "kind", "DATABASE"));
    newSystem(client, system("Payroll"));
    UUID refused = newSystem(client, system("Spreadsheet", "kind", "END_USER_COMPUTING"));
    approve(reviewer, client, ledger, 0).then().statusCode(200);
    approve(reviewer, client, database, 0).then().statusCode(200);
    decide(reviewer, client, refused, 0, "reject", Map.of("reason", "Not used any more."))
        .then()
        .statusCode(200);

    list("").then().body("items.name", contains("Ledger", "Database", "Payroll", "Spreadsheet"));
    list("?kind=DATABASE").then().body("items.name", contains("Database"));
    list("?state=PROPOSED").then().body("items.name", contains("Payroll"));
    list("?state=REJECTED").then().body("items.name", contains("Spreadsheet"));
    list("?state=APPROVED&kind=APPLICATION").then().body("items.name", contains("Ledger"));
    list("?asOf=" + today()).then().body("items.name", contains("Ledger", "Database"));
    list("?asOf=" + today() + "&kind=DATABASE").then().body("items.name", contains("Database"));
  }

  @Test
  void everyListGoesInPages() {
    for (String name : List.of("One", "Two", "Three")) {
      approve(reviewer, client, newSystem(client, system(name)), 0).then().statusCode(200);
    }

    for (String filter : List.of("state=APPROVED", "asOf=" + today())) {
      Response first = list("?limit=2&" + filter);
      first.then().body("items.name", contains("One", "Two"));
      list("?limit=2&" + filter + "&cursor=" + first.path("nextCursor"))
          .then()
          .body("items.name", contains("Three"))
          .body("nextCursor", nullValue());
      Problems.expect(
          list("?kind=NETWORK&cursor=" + first.path("nextCursor")), 400, "invalid-cursor");
    }
    UUID one = UUID.fromString(list("").path("items[0].id"));
    replace(client, one, 0, system("First")).then().statusCode(200);
    Response versions = get(reviewer, path(client, one) + "/versions?limit=1");
    versions.then().body("items.version", contains(0));
    get(reviewer, path(client, one) + "/versions?limit=1&cursor=" + versions.path("nextCursor"))
        .then()
        .body("items.version", contains(1))
        .body("nextCursor", nullValue());
  }

  @ParameterizedTest
  @CsvSource({
    "kind=PRINTER, ?kind",
    "state=approved, ?state",
    "asOf=2026-13-01, ?asOf",
    "asOf=yesterday, ?asOf",
    "asOf=1999-12-31, ?asOf",
    "asOf=2026-01-01&state=APPROVED, ?state"
  })
  void refusesAFilterThatMeansNothing(String filter, String pointer) {
    as(reviewer)
        .get(path(client) + "?" + filter)
        .then()
        .statusCode(400)
        .body("errors.pointer", contains(pointer));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1999-12-31", "2101-01-01", "2026-02-30"})
  void refusesADateThatCannotBe(String effectiveOn) {
    UUID ledger = newSystem(client, system("Ledger"));
    var dated = system("Other", "effectiveOn", effectiveOn);

    NothingHalfDone.by(
        () -> {
          post(client.msp().admin(), path(client), dated)
              .then()
              .statusCode(400)
              .body("errors.pointer", contains("/effectiveOn"));
          replace(client, ledger, 0, dated)
              .then()
              .statusCode(400)
              .body("errors.pointer", contains("/effectiveOn"));
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u2003", "A\u0000B"})
  void refusesTextThatSaysNothingOrCannotBeKept(String text) {
    NothingHalfDone.by(
        () -> {
          for (String field : List.of("name", "rationale", "vendorName")) {
            post(client.msp().admin(), path(client), system("Ledger", field, text))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/" + field));
          }
        });
  }

  @Test
  void refusesWordsOnWhatItSupportsThatCannotBeKept() {
    NothingHalfDone.by(
        () ->
            post(client.msp().admin(), path(client), system("Ledger", "supports", "A\u0000B"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/supports")));
  }

  @Test
  void theSameOnceMoreIsNoVersion() {
    UUID ledger = newSystem(client, system("Ledger"));

    NothingHalfDone.by(
        () ->
            replace(client, ledger, 0, system(" Ledger "))
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"v0\"")));
  }

  @Test
  void ofManyAdminsWhoChangeOneVersionOneDoes() throws InterruptedException {
    UUID ledger = newSystem(client, system("Ledger"));

    List<Response> answers = atOnce(16, i -> replace(client, ledger, 0, system("Ledger " + i)));

    assertThat(answers).extracting(Response::statusCode).containsOnlyOnce(200);
    assertThat(answers).extracting(Response::statusCode).filteredOn(s -> s == 412).hasSize(15);
    assertThat(AuditLog.events(ledger, "system.changed")).isEqualTo(1);
    get(reviewer, path(client, ledger) + "/versions").then().body("items.version", contains(0, 1));
  }

  @Test
  void readsTakeTheFewestStatementsThereCanBe() {
    UUID cloud = newSystem(client, system("Cloud", "kind", "CLOUD"));
    for (int i = 0; i < 12; i++) {
      UUID id = newSystem(client, system("System " + i, "runsOn", List.of(cloud)));
      approve(reviewer, client, id, 0).then().statusCode(200);
      record(client, id, change("UPGRADE", today())).then().statusCode(201);
    }
    UUID last = UUID.fromString(list("").path("items[12].id"));

    // Binding the directory's scope, the grant, binding the client's scope, the rows.
    for (String address :
        List.of(
            path(client),
            path(client) + "?state=APPROVED&kind=APPLICATION",
            path(client) + "?asOf=" + today(),
            path(client, last),
            path(client, last) + "/versions",
            client.path() + "/system-changes")) {
      SqlStatements.atMost(4, () -> get(reviewer, address).then().statusCode(200));
    }
  }

  @Test
  void writesTakeNoMoreStatementsTheMoreSystemsThereAre() {
    UUID first = newSystem(client, system("First"));
    int alone = SqlStatements.during(() -> proposeAndApprove("Second", first)).size();
    for (int i = 0; i < 10; i++) {
      newSystem(client, system("System " + i, "runsOn", List.of(first)));
    }

    SqlStatements.atMost(alone, () -> proposeAndApprove("Third", first));
    assertThat(alone).isLessThanOrEqualTo(55);
  }

  private void proposeAndApprove(String name, UUID restsOn) {
    UUID id = newSystem(client, system(name, "runsOn", List.of(restsOn)));
    approve(reviewer, client, id, 0).then().statusCode(200);
    replace(client, id, 0, system(name, "storesDataIn", List.of(restsOn))).then().statusCode(200);
    approve(reviewer, client, id, 1).then().statusCode(200);
  }

  private Response list(String parameters) {
    return get(reviewer, path(client) + parameters);
  }
}
