package dev.assay.evidence;

import static dev.assay.evidence.EvidenceApi.A;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.problem.Problems;
import dev.assay.testing.stack.TestDatabase;
import dev.assay.testing.token.TestTokens;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EvidenceTest
class MspEvidenceTest {

  private static final UUID MSP = RoleGrants.MSP;
  private static final String ITEMS = "/v1/msps/" + MSP + "/evidence";

  @Test
  void keepsTheMspsOwnFilesByTheSameRules() {
    byte[] bytes = EvidenceApi.bytes(1000);
    String item = item();

    Response uploaded = upload(item, bytes);

    assertThat(uploaded.statusCode()).as(uploaded.asString()).isEqualTo(201);
    String file = ITEMS + "/" + item + "/files/" + uploaded.<String>path("id");
    assertThat(uploaded.header("Location")).endsWith(file);
    EvidenceApi.await(
        "not sealed", () -> technician().get(file).<String>path("state").equals("SEALED"));
    Response sealed = technician().get(file);
    assertThat(sealed.<String>path("retainUntil")).isEqualTo("2033-07-01T12:00:00Z");
    Response content =
        RestAssured.given()
            .auth()
            .oauth2(TestTokens.of("MSP_REVIEWER@" + MSP))
            .get(file + "/content");
    assertThat(content.asByteArray()).isEqualTo(bytes);
    assertThat(technician().get(ITEMS + "/" + item).<List<String>>path("files.state"))
        .containsExactly("SEALED");
  }

  @Test
  void takesItsFilesInParts() {
    byte[] bytes = EvidenceApi.bytes(PartsApi.PART + 5);
    String item = item();
    Response begun =
        PartsApi.begin(
            technician(), ITEMS, item, PartsApi.body(bytes.length, EvidenceApi.hex(bytes)));
    var upload = new PartsApi(ITEMS, "MSP_TECHNICIAN@" + MSP, item, begun.path("id"), bytes);
    assertThat(begun.header("Location")).endsWith(upload.path());
    upload.put(1).then().statusCode(200);
    upload.put(2).then().statusCode(200);
    assertThat(upload.get().<Integer>path("nextPart")).isEqualTo(3);
    assertThat(upload.parts("").<List<Integer>>path("items.number")).containsExactly(1, 2);

    Response completed = upload.complete();

    assertThat(completed.statusCode()).as(completed.asString()).isEqualTo(201);
    assertThat(completed.header("Location")).endsWith(ITEMS + "/" + item + "/files/" + upload.id());
  }

  @Test
  void throwsAwayPartsOfItsOwn() {
    String item = item();
    Response begun = PartsApi.begin(technician(), ITEMS, item, PartsApi.body(10, "0".repeat(64)));
    var upload = new PartsApi(ITEMS, "MSP_TECHNICIAN@" + MSP, item, begun.path("id"), new byte[10]);

    upload.abort().then().statusCode(204);

    Problems.expect(upload.get(), 404, "not-found");
  }

  @Test
  void isNotShownInAnyClientsListNorTheyInIts() {
    String own = item();
    String ofA = EvidenceApi.newItem(A);

    List<String> shownToA =
        EvidenceApi.technician(A).get(EvidenceApi.items(A) + "?limit=200").path("items.id");
    List<String> shownToMsp = technician().get(ITEMS + "?limit=200").path("items.id");

    assertThat(shownToA).contains(ofA).doesNotContain(own);
    assertThat(shownToMsp).contains(own).doesNotContain(ofA);
    Problems.expect(
        EvidenceApi.technician(A).get(EvidenceApi.items(A) + "/" + own), 404, "not-found");
    Problems.expect(technician().get(ITEMS + "/" + ofA), 404, "not-found");
    // The MSP's id is no client's: its own evidence cannot be reached as if it were.
    Problems.expect(
        technicianOfNoClient().get(EvidenceApi.items(UUID.randomUUID())), 404, "not-found");
  }

  private static RequestSpecification technicianOfNoClient() {
    return EvidenceApi.as("AUDITOR", A);
  }

  @Test
  void isReadByNoOtherScopeInSql() throws SQLException {
    String item = item();

    try (var own = TestDatabase.inClient(MSP, MSP);
        var client = TestDatabase.inClient(MSP, A);
        var msp = TestDatabase.inMsp(MSP);
        var stranger = TestDatabase.inMsp(UUID.randomUUID());
        var portfolio = TestDatabase.inPortfolio(MSP, List.of(A))) {
      assertThat(count(own, item)).isEqualTo(1);
      for (Connection other : List.of(client, msp, stranger, portfolio)) {
        assertThat(count(other, item)).isZero();
      }
    }
  }

  private static int count(Connection connection, String item) throws SQLException {
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery("select count(*) from evidence where id = '" + item + "'")) {
      row.next();
      return row.getInt(1);
    }
  }

  @Test
  void writesEventsOfTheMspNotOfAClient() throws SQLException {
    String item = item();

    try (var superuser = TestDatabase.superuser();
        var row =
            superuser
                .createStatement()
                .executeQuery(
                    "select log_id, body from audit_event where entity_id = '" + item + "'")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString("log_id")).isEqualTo(MSP.toString());
      assertThat(row.getString("body")).contains("\"mspId\":\"" + MSP).doesNotContain("clientId");
    }
  }

  /** Hand-kept: the MSP's staff, and nobody of a client's, whatever they are there. */
  @ParameterizedTest
  @CsvSource({
    "MSP_ADMIN,403,403",
    "MSP_TECHNICIAN,200,201",
    "MSP_REVIEWER,200,403",
    "INTEGRATION,200,201",
    "CLIENT_EXECUTIVE,404,404",
    "CONTROL_OWNER,404,404",
    "AUDITOR,404,404",
    "BREAK_GLASS,404,404"
  })
  void opensToExactlyTheListedRoles(String role, int read, int add) {
    String item = item();
    String file = upload(item, EvidenceApi.bytes(5)).path("id");
    String files = ITEMS + "/" + item + "/files";

    for (String path : List.of(ITEMS, ITEMS + "/" + item, files + "/" + file)) {
      assertThat(EvidenceApi.as(role, MSP).get(path).statusCode()).as(path).isEqualTo(read);
    }
    assertThat(
            RestAssured.given()
                .auth()
                .oauth2(TestTokens.of(role + "@" + MSP))
                .get(files + "/" + file + "/content")
                .statusCode())
        .isEqualTo(read);
    assertThat(create(EvidenceApi.as(role, MSP)).statusCode()).isEqualTo(add);
    assertThat(
            EvidenceApi.as(role, MSP)
                .contentType("application/octet-stream")
                .header("Idempotency-Key", EvidenceApi.newKey())
                .body("a,b".getBytes(StandardCharsets.UTF_8))
                .post(files + "?name=a.csv")
                .statusCode())
        .isEqualTo(add);
    assertThat(
            PartsApi.begin(EvidenceApi.as(role, MSP), ITEMS, item, PartsApi.body(5, "0".repeat(64)))
                .statusCode())
        .isEqualTo(add);
  }

  private static RequestSpecification technician() {
    return EvidenceApi.as("MSP_TECHNICIAN", MSP);
  }

  private static String item() {
    return create(technician()).then().statusCode(201).extract().path("id");
  }

  private static Response create(RequestSpecification as) {
    return as.contentType(ContentType.JSON)
        .header("Idempotency-Key", EvidenceApi.newKey())
        .body(EvidenceApi.NEW_ITEM)
        .post(ITEMS);
  }

  private static Response upload(String item, byte[] bytes) {
    return technician()
        .contentType("application/octet-stream")
        .queryParam("name", "soc1.pdf")
        .header("Idempotency-Key", EvidenceApi.newKey())
        .body(bytes)
        .post(ITEMS + "/" + item + "/files");
  }
}
