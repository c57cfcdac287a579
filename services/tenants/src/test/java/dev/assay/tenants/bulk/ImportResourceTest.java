package dev.assay.tenants.bulk;

import static dev.assay.tenants.world.Imported.client;
import static dev.assay.tenants.world.Imported.file;
import static dev.assay.tenants.world.Imported.person;
import static dev.assay.tenants.world.Imported.results;
import static dev.assay.tenants.world.Imported.send;
import static dev.assay.tenants.world.World.effectiveAtClient;
import static dev.assay.tenants.world.World.get;
import static dev.assay.tenants.world.World.newMsp;
import static dev.assay.tenants.world.World.newSubject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.assay.tenants.world.AuditLog;
import dev.assay.tenants.world.World.Msp;
import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.stack.TestDatabase;
import dev.assay.testing.statement.NothingHalfDone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class ImportResourceTest {

  private static final String NDJSON = "application/x-ndjson";
  private static final String CSV = "text/csv";

  private Msp msp;

  @BeforeEach
  void newPlace() {
    msp = newMsp();
  }

  @Test
  void bringsInClientsAndTheirPeople() {
    String owner = newSubject("owner");
    String executive = newSubject("executive");
    String technician = newSubject("technician");
    String rows =
        client("CRM-1", "Copperfield (demo)", "{\"kind\":\"CIK\",\"value\":\"0000000001\"}")
            + person("CRM-1", owner, "CONTROL_OWNER")
            + person("CRM-1", executive, "CLIENT_EXECUTIVE")
            + person("CRM-1", technician, "MSP_TECHNICIAN");

    Response answer = send(msp, NDJSON, rows, "");

    answer
        .then()
        .statusCode(201)
        .body("rows", equalTo(4))
        .body("created", equalTo(4))
        .body("dryRun", equalTo(false))
        .body("format", equalTo("NDJSON"));
    UUID id = UUID.fromString(answer.path("id"));
    answer.then().header("Location", endsWith(msp.path() + "/imports/" + id));
    UUID client = UUID.fromString((String) results(msp, id).getFirst().get("clientId"));
    effectiveAtClient(owner, client).then().body("roles", contains("CONTROL_OWNER"));
    effectiveAtClient(technician, client).then().body("roles", contains("MSP_TECHNICIAN"));
    // An executive needs the approval that anybody else needs.
    Problems.expect(effectiveAtClient(executive, client), 404, "not-found");
    get(msp.admin(), "/v1/clients/" + client + "/identifiers")
        .then()
        .body("items.value", contains("0000000001"));
    get(msp.admin(), msp.path() + "/clients?identifier=CIK:0000000001")
        .then()
        .body("items.id", contains(client.toString()));
    assertThat(AuditLog.events(client, "client.created")).isEqualTo(1);
    assertThat(AuditLog.events(id, "import.finished")).isEqualTo(1);
  }

  @Test
  void whatComesAgainChangesNothingInWhicheverFormat() {
    String owner = newSubject("owner");
    String rows =
        client("CRM-1", "Copperfield (demo)", "{\"kind\":\"CIK\",\"value\":\"0000000001\"}")
            + person("CRM-1", owner, "CONTROL_OWNER");
    String sheet =
        """
        type,key,client.legalName,client.fiscalYearEnd.month,client.fiscalYearEnd.day,\
        client.timeZone,identifiers.CIK,person.subject,person.displayName,person.kind,grant.role,\
        grant.reason
        CLIENT,CRM-1,Copperfield (demo),12,31,America/New_York,0000000001,,,,,
        PERSON,CRM-1,,,,,,%s,Demo person,PERSON,CONTROL_OWNER,Works on this engagement.
        """
            .formatted(owner);
    assertThat(kinds(file(msp, rows))).containsExactly("CREATED", "CREATED");
    Map<String, Long> before = clientTables();

    assertThat(kinds(file(msp, rows))).containsExactly("UNCHANGED", "UNCHANGED");
    UUID ofSheet = id(send(msp, CSV, sheet, ""));

    assertThat(kinds(ofSheet)).containsExactly("UNCHANGED", "UNCHANGED");
    assertThat(clientTables()).isEqualTo(before);
    assertThat(results(msp, ofSheet).get(0)).containsKey("clientId");
    assertThat(results(msp, ofSheet).get(1)).containsKey("personId");
  }

  @Test
  void theSameRequestRepeatsItsAnswerAndAnotherWithItsKeyIsRefused() {
    String key = UUID.randomUUID().toString();
    String rows = client("CRM-1", "Copperfield (demo)", "");
    Response first = send(msp, NDJSON, rows, "", key);
    first.then().statusCode(201);

    NothingHalfDone.by(
        () -> {
          assertThat(send(msp, NDJSON, rows, "", key).asString()).isEqualTo(first.asString());
          Problems.expect(
              send(msp, NDJSON, client("CRM-2", "Another (demo)", ""), "", key),
              422,
              "idempotency-key-reused");
          Problems.expect(
              send(msp, NDJSON, rows, "?dryRun=true", key), 422, "idempotency-key-reused");
          Problems.expect(send(msp, NDJSON, rows, "", "short"), 400, "idempotency-key-required");
        });
  }

  private static Instant inThirtyDays() {
    return Instant.now().plus(Duration.ofDays(30));
  }

  @Test
  void eachBadRowSaysWhatIsWrongAndSpoilsNoOther() {
    String twice = newSubject("twice");
    String both = newSubject("both");
    List<String> rows =
        List.of(
            client("K1", "Copperfield (demo)", "{\"kind\":\"CIK\",\"value\":\"0000000001\"}"),
            "{\n",
            client("K2", " ", ""),
            client("K3", "Taken (demo)", "{\"kind\":\"CIK\",\"value\":\"0000000001\"}"),
            client("K1", "Another name (demo)", ""),
            client("K4", "Bad LEI (demo)", "{\"kind\":\"LEI\",\"value\":\"X\"}"),
            "{\"type\":\"VENDOR\",\"key\":\"K5\"}\n",
            client("K6", "Surprise (demo)", "").replace("\"type\"", "\"surprise\":1,\"type\""),
            person("K1", twice, "CONTROL_OWNER"),
            person("K1", twice, "CONTROL_OWNER"),
            person("K1", newSubject("x"), "JANITOR"),
            person("K1", newSubject("x"), "PLATFORM_OPERATOR"),
            person("K1", newSubject("x"), "MSP_ADMIN"),
            person("K1", newSubject("x"), "AUDITOR"),
            person("K1", newSubject("x"), "INTEGRATION")
                .replace("\"role\"", "\"validUntil\":\"%s\",\"role\"".formatted(inThirtyDays())),
            person("K9", newSubject("x"), "CONTROL_OWNER"),
            person("K7", newSubject("x"), "CONTROL_OWNER"),
            client("K7", "Below its people (demo)", ""),
            person("K1", both, "CONTROL_OWNER"),
            person("K1", both, "MSP_TECHNICIAN"),
            person("K1", twice, "CONTROL_OWNER").replace("Demo person", "Other name"),
            client("K8", "Good (demo)", ""));

    UUID id = file(msp, String.join("", rows));

    Map<Integer, String> outcomes = new TreeMap<>();
    for (Map<String, Object> result : results(msp, id)) {
      @SuppressWarnings("unchecked")
      var problem = (Map<String, Object>) result.get("problem");
      outcomes.put(
          (Integer) result.get("row"),
          result.get("outcome") + (problem == null ? "" : " " + problem.get("type")));
    }
    assertThat(outcomes.values())
        .containsExactly(
            "CREATED",
            "REJECTED /problems/malformed-body",
            "REJECTED /problems/invalid-request",
            "REJECTED /problems/identifier-taken",
            "REJECTED /problems/import-row-contradicts",
            "REJECTED /problems/invalid-request",
            "REJECTED /problems/invalid-request",
            "REJECTED /problems/malformed-body",
            "CREATED",
            "UNCHANGED",
            "REJECTED /problems/malformed-body",
            "REJECTED /problems/role-not-for-person",
            "REJECTED /problems/grant-beyond-own-role",
            "REJECTED /problems/invalid-request",
            "REJECTED /problems/role-not-for-person",
            "REJECTED /problems/import-client-unknown",
            "REJECTED /problems/import-client-unknown",
            "CREATED",
            "CREATED",
            "REJECTED /problems/independence-broken",
            "REJECTED /problems/import-row-contradicts",
            "CREATED");
    get(msp.admin(), msp.path() + "/imports/" + id)
        .then()
        .body("rows", equalTo(22))
        .body("created", equalTo(5))
        .body("unchanged", equalTo(1))
        .body("rejected", equalTo(16));
    get(msp.admin(), msp.path() + "/imports/" + id + "/results?outcome=UNCHANGED")
        .then()
        .body("items.row", contains(10));
    // People whose role was refused are not left behind without one.
    get(msp.admin(), msp.path() + "/directory/people?name=demo&limit=200")
        .then()
        .body(
            "items.findAll { it.displayName == 'Demo person' && it.side == 'CLIENT' }", hasSize(2));
  }

  @Test
  void aDryRunSaysTheSameAndKeepsNothing() {
    String owner = newSubject("owner");
    // More than one batch: people come far behind their client.
    String rows =
        IntStream.range(0, 520)
                .mapToObj(i -> client("K" + i, "Client " + i + " (demo)", ""))
                .collect(Collectors.joining())
            + person("K0", owner, "CONTROL_OWNER")
            + person("K519", newSubject("owner"), "CONTROL_OWNER")
            + person("K0", owner, "CONTROL_OWNER")
            + person("K0", owner, "MSP_REVIEWER")
            + client("K3", "Client 4 (demo)", "");
    Map<String, Long> before = clientTables();

    Response dry = send(msp, NDJSON, rows, "?dryRun=true");

    dry.then().statusCode(201).body("dryRun", equalTo(true)).body("created", equalTo(522));
    assertThat(clientTables()).isEqualTo(before);
    UUID wet = file(msp, rows);
    assertThat(kinds(wet)).isEqualTo(kinds(id(dry)));
    assertThat(results(msp, id(dry)).getFirst()).doesNotContainKey("clientId");
    get(msp.admin(), msp.path() + "/imports").then().body("items.dryRun", contains(false, true));
  }

  @Test
  void whatWasCutOffGoesOnBehindItsLastWholeBatch() throws SQLException {
    String key = UUID.randomUUID().toString();
    String rows =
        IntStream.range(0, 1200)
            .mapToObj(i -> client("K" + i, "Client " + i + " (demo)", ""))
            .collect(Collectors.joining());
    cutOffAtRow(700);

    Response failed = send(msp, NDJSON, rows, "", key);

    assertThat(failed.statusCode()).isEqualTo(500);
    assertThat(rows("client")).isEqualTo(500);
    assertThat(rows("client_import_result")).isEqualTo(500);
    get(msp.admin(), msp.path() + "/imports").then().body("items[0].rows", equalTo(500));
    endCutOff();
    Response again = send(msp, NDJSON, rows, "", key);
    again
        .then()
        .statusCode(201)
        .body("rows", equalTo(1200))
        .body("created", equalTo(1200))
        .body("unchanged", equalTo(0));
    assertThat(rows("client")).isEqualTo(1200);
    assertThat(rows("client_import_result")).isEqualTo(1200);
    get(msp.admin(), msp.path() + "/imports").then().body("items", hasSize(1));
  }

  /** As if the machine went down while the second batch is written. */
  private static void cutOffAtRow(int row) throws SQLException {
    execute(
        """
        create function cut_off() returns trigger language plpgsql as
        $$ begin raise exception 'cut off'; end $$
        """);
    execute(
        """
        create trigger cut_off before insert on client_import_result
        for each row when (new.row_number = %d) execute function cut_off()
        """
            .formatted(row));
  }

  private static void endCutOff() throws SQLException {
    execute("drop trigger cut_off on client_import_result");
    execute("drop function cut_off");
  }

  private static void execute(String sql) throws SQLException {
    try (Connection superuser = TestDatabase.superuser();
        var statement = superuser.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void twoImportsOfTheSameClientsAtOnceBringEachOnce() throws Exception {
    String rows =
        IntStream.range(0, 600)
            .mapToObj(
                i ->
                    client(
                        "K" + i,
                        "Client " + i + " (demo)",
                        "{\"kind\":\"CIK\",\"value\":\"%010d\"}".formatted(i)))
            .collect(Collectors.joining());

    List<Response> answers;
    try (var threads = Executors.newFixedThreadPool(4)) {
      answers =
          threads
              .invokeAll(
                  IntStream.range(0, 4)
                      .mapToObj(
                          i ->
                              (java.util.concurrent.Callable<Response>)
                                  () -> send(msp, NDJSON, rows, ""))
                      .toList())
              .stream()
              .map(java.util.concurrent.Future::resultNow)
              .toList();
    }

    int created = 0;
    for (Response answer : answers) {
      answer.then().statusCode(201).body("rejected", equalTo(0)).body("rows", equalTo(600));
      created += answer.<Integer>path("created");
    }
    assertThat(created).isEqualTo(600);
    assertThat(rows("client")).isEqualTo(600);
    assertThat(rows("client_identifier")).isEqualTo(600);
  }

  @Test
  void aRowThatBreaksItsTransactionIsFoundAndSpoilsNoOther() {
    String both = newSubject("both");
    file(msp, client("K0", "Before (demo)", "") + person("K0", both, "CONTROL_OWNER"));
    String rows =
        client("K1", "Copperfield (demo)", "")
            + person("K1", both, "MSP_TECHNICIAN")
            + person("K1", newSubject("owner"), "CONTROL_OWNER");

    UUID id = file(msp, rows);

    assertThat(kinds(id)).containsExactly("CREATED", "REJECTED", "CREATED");
    get(msp.admin(), msp.path() + "/imports/" + id + "/results?outcome=REJECTED")
        .then()
        .body("items[0].problem.type", equalTo("/problems/independence-broken"));
  }

  @Test
  void takesNoFileThatIsTooLargeOrOfAnotherKind() {
    String oneRowTooMany = "\n".repeat(200_001);

    NothingHalfDone.by(
        () -> {
          Problems.expect(send(msp, NDJSON, oneRowTooMany, ""), 413, "body-too-large");
          Problems.expect(send(msp, "application/xml", "<a/>", ""), 415, "unsupported-media-type");
          Problems.expect(send(msp, CSV, "legalName\nA\n", ""), 422, "import-header-unusable");
        });
  }

  @Test
  void anEmptyFileIsAnImportOfNothing() {
    send(msp, NDJSON, "", "").then().statusCode(201).body("rows", equalTo(0));
  }

  @Test
  void importsAreTheMspsOwn() throws SQLException {
    UUID id = file(msp, client("K1", "Copperfield (demo)", ""));
    Msp other = newMsp("Harbour Gate IT (demo)");

    Problems.expect(get(other.admin(), other.path() + "/imports/" + id), 404, "not-found");
    Problems.expect(
        get(other.admin(), other.path() + "/imports/" + id + "/results"), 404, "not-found");
    // The same key is another client of another MSP.
    assertThat(kindsOf(other, file(other, client("K1", "Copperfield (demo)", ""))))
        .containsExactly("CREATED");
    try (var connection = TestDatabase.inMsp(other.id());
        var statement = connection.createStatement()) {
      for (String table : List.of("client_import", "client_import_result", "client_import_key")) {
        try (var row =
            statement.executeQuery(
                "select count(*) from %s where msp_id = '%s'".formatted(table, msp.id()))) {
          row.next();
          assertThat(row.getInt(1)).as(table).isZero();
        }
      }
      assertThatThrownBy(() -> statement.execute("delete from client_import_result"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> statement.execute("update client_import set sha256 = ''"))
          .hasMessageContaining("permission denied");
    }
  }

  private List<String> kinds(UUID id) {
    return kindsOf(msp, id);
  }

  private static List<String> kindsOf(Msp of, UUID id) {
    return results(of, id).stream().map(result -> (String) result.get("outcome")).toList();
  }

  private static UUID id(Response answer) {
    return UUID.fromString(answer.then().statusCode(201).extract().path("id"));
  }

  /** Rows of this MSP alone, since other tests add their own. */
  private int rows(String table) throws SQLException {
    try (Connection superuser = TestDatabase.superuser();
        var statement = superuser.createStatement();
        var row =
            statement.executeQuery(
                "select count(*) from %s where msp_id = '%s'".formatted(table, msp.id()))) {
      row.next();
      return row.getInt(1);
    }
  }

  /** All that is kept but the imports themselves. */
  private static Map<String, Long> clientTables() {
    Map<String, Long> rows = NothingHalfDone.rowCounts();
    rows.keySet()
        .removeIf(
            table ->
                List.of("client_import", "client_import_result", "audit_event", "outbox")
                    .contains(table));
    return rows;
  }
}
