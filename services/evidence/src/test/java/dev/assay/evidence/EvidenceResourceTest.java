package dev.assay.evidence;

import static dev.assay.evidence.EvidenceApi.A;
import static dev.assay.evidence.EvidenceApi.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.page.ForgedCursor;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.statement.SqlStatements;
import dev.assay.testing.token.TestTokens;
import io.quarkus.scheduler.Scheduler;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@EvidenceTest
class EvidenceResourceTest {

  private final Scheduler rounds;

  EvidenceResourceTest(Scheduler rounds) {
    this.rounds = rounds;
  }

  @Test
  void keepsThePeriodThatAnItemCoversApartFromItsArrival() {
    Response created = EvidenceApi.create(A, EvidenceApi.newKey(), EvidenceApi.NEW_ITEM);

    assertThat(created.statusCode()).isEqualTo(201);
    Response found = EvidenceApi.technician(A).get(created.header("Location"));
    assertThat(found.<String>path("periodFrom")).isEqualTo("2026-01-01");
    assertThat(found.<String>path("periodTo")).isEqualTo("2026-06-30");
    assertThat(found.<String>path("arrivedAt")).isEqualTo(created.path("arrivedAt"));
    assertThat(found.<List<?>>path("files")).isEmpty();
  }

  @Test
  void repeatsTheAnswerOfAKey() {
    String key = EvidenceApi.newKey();
    Response first = EvidenceApi.create(A, key, EvidenceApi.NEW_ITEM);

    EvidenceApi.nothingHalfDone(
        () ->
            assertThat(EvidenceApi.create(A, key, EvidenceApi.NEW_ITEM).asString())
                .isEqualTo(first.asString()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"2026-06-30\" | \"2026-02-30\" | malformed-body",
        "\"2026-06-30\" | \"2025-12-31\" | invalid-request",
        "\"2026-06-30\" | \"1026-06-30\" | invalid-request",
        "\"AM-04\" | \"../AM-04\" | invalid-request",
        "\"AM-04\" | 4 | malformed-body",
        "\"Keycloak\" | \"\" | invalid-request",
        "\"Keycloak\" | null | invalid-request",
        "\"Keycloak\" | \"Key\\u0000cloak\" | invalid-request",
        "\"Admin API, all users\" | \"Admin\\u0000\" | invalid-request",
        "\"title\" | \"titel\" | malformed-body"
      })
  void refusesAnItemThatBreaksARule(String good, String bad, String slug) {
    String body = EvidenceApi.NEW_ITEM.replace(good, bad);

    EvidenceApi.nothingHalfDone(
        () -> Problems.expect(EvidenceApi.create(A, EvidenceApi.newKey(), body), 400, slug));
  }

  @Test
  void refusesATitleThatIsTooLong() {
    String body = EvidenceApi.NEW_ITEM.replace("Users of", "U".repeat(200));

    EvidenceApi.nothingHalfDone(
        () ->
            assertThat(
                    Problems.expect(
                            EvidenceApi.create(A, EvidenceApi.newKey(), body),
                            400,
                            "invalid-request")
                        .at("/errors/0/pointer")
                        .asText())
                .isEqualTo("/title"));
  }

  @Test
  void answersForeignAndUnknownIdsAlike() {
    String item = EvidenceApi.newItem(B);
    String file = EvidenceApi.upload(B, item, EvidenceApi.bytes(7)).path("id");
    String own = EvidenceApi.newItem(A);
    String random = UUID.randomUUID().toString();

    for (String[] pair :
        new String[][] {
          {item, random},
          {item + "/files/" + file, item + "/files/" + random},
          {item + "/files/" + file + "/content", random + "/files/" + random + "/content"},
          {own + "/files/" + file, own + "/files/" + random},
          {own + "/files/" + file + "/content", own + "/files/not-an-id/content"},
        }) {
      Response foreign = get(A, EvidenceApi.items(A) + "/" + pair[0]);
      Response unknown = get(A, EvidenceApi.items(A) + "/" + pair[1]);
      Problems.expect(foreign, 404, "not-found");
      assertThat(Problems.withoutRequestId(foreign)).isEqualTo(Problems.withoutRequestId(unknown));
    }
    Problems.expect(get(A, EvidenceApi.items(B)), 404, "not-found");
  }

  private static Response get(UUID client, String path) {
    return RestAssured.given().auth().oauth2(TestTokens.of("AUDITOR@" + client)).get(path);
  }

  @Test
  void listsByControlAndByThePeriodCovered() {
    UUID client = UUID.randomUUID();
    String first = item(client, "AM-04", "2026-01-01", "2026-03-31");
    String second = item(client, "AM-04", "2026-04-01", "2026-06-30");
    String other = item(client, "CM-01", "2026-04-01", "2026-06-30");

    assertThat(ids(client, "")).containsExactly(other, second, first);
    assertThat(ids(client, "?controlId=AM-04")).containsExactly(second, first);
    assertThat(ids(client, "?periodFrom=2026-03-31&periodTo=2026-03-31")).containsExactly(first);
    assertThat(ids(client, "?periodFrom=2026-03-31&periodTo=2026-04-01&controlId=AM-04"))
        .containsExactly(second, first);
    assertThat(ids(client, "?periodFrom=2026-07-01")).isEmpty();
    assertThat(ids(client, "?controlId=ZZ-99")).isEmpty();
  }

  @Test
  void leadsThroughAListPageByPage() {
    UUID client = UUID.randomUUID();
    String first = item(client, "AM-04", "2026-01-01", "2026-03-31");
    String second = item(client, "AM-04", "2026-01-01", "2026-03-31");
    String third = item(client, "AM-04", "2026-01-01", "2026-03-31");

    Response page = EvidenceApi.technician(client).get(EvidenceApi.items(client) + "?limit=2");
    String cursor = page.path("nextCursor");

    assertThat(page.<List<String>>path("items.id")).containsExactly(third, second);
    assertThat(ids(client, "?limit=2&cursor=" + cursor)).containsExactly(first);
    Problems.expect(
        EvidenceApi.technician(client)
            .get(EvidenceApi.items(client) + "?limit=2&controlId=AM-04&cursor=" + cursor),
        400,
        "invalid-cursor");
    Problems.expect(
        EvidenceApi.technician(client)
            .get(EvidenceApi.items(client) + "?limit=2&cursor=" + ForgedCursor.of(cursor, "1")),
        400,
        "invalid-cursor");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"?periodFrom=yesterday", "?limit=0", "?periodFrom=2026-02-01&periodTo=2026-01-01"})
  void refusesAFilterThatCannotBe(String query) {
    Problems.expect(
        EvidenceApi.technician(A).get(EvidenceApi.items(A) + query), 400, "invalid-request");
  }

  @Test
  void takesAFixedNumberOfStatements() {
    String item = EvidenceApi.newItem(A);
    String file = EvidenceApi.upload(A, item, EvidenceApi.bytes(7)).path("id");
    // The workers ask for work each second; theirs are not the statements that are counted here.
    RequestApi.whilePaused(rounds, () -> countStatements(item, file));
  }

  private static void countStatements(String item, String file) {
    SqlStatements.atMost(2, () -> get(A, EvidenceApi.items(A)).then().statusCode(200));
    SqlStatements.atMost(3, () -> get(A, EvidenceApi.items(A) + "/" + item).then().statusCode(200));
    SqlStatements.atMost(
        3, () -> get(A, EvidenceApi.files(A, item) + "/" + file).then().statusCode(200));
    // Two more for the event that the chain of custody needs, once the store has answered.
    SqlStatements.atMost(
        4,
        () -> get(A, EvidenceApi.files(A, item) + "/" + file + "/content").then().statusCode(200));
  }

  /** Hand-kept: who may read, and who may add. */
  @ParameterizedTest
  @CsvSource({
    "PLATFORM_OPERATOR,403,403",
    "MSP_ADMIN,403,403",
    "MSP_TECHNICIAN,200,201",
    "MSP_REVIEWER,200,403",
    "CLIENT_EXECUTIVE,200,403",
    "CONTROL_OWNER,200,201",
    "AUDITOR,200,403",
    "INTEGRATION,200,201",
    "BREAK_GLASS,200,403"
  })
  void opensEveryOperationToExactlyTheListedRoles(String role, int read, int add) {
    // A control owner without another role reads what they gave themselves.
    String giver = role.equals("CONTROL_OWNER") ? role : "MSP_TECHNICIAN";
    String item = RequestApi.item(EvidenceApi.as(giver, A), A);
    String file = RequestApi.upload(EvidenceApi.as(giver, A), A, item);
    String files = EvidenceApi.files(A, item);

    for (String path :
        List.of(EvidenceApi.items(A), EvidenceApi.items(A) + "/" + item, files + "/" + file)) {
      assertThat(EvidenceApi.as(role, A).get(path).statusCode()).as(path).isEqualTo(read);
    }
    assertThat(
            RestAssured.given()
                .auth()
                .oauth2(TestTokens.of(role + "@" + A))
                .get(files + "/" + file + "/content")
                .statusCode())
        .isEqualTo(read);
    assertThat(
            EvidenceApi.as(role, A)
                .contentType("application/json")
                .header("Idempotency-Key", EvidenceApi.newKey())
                .body(EvidenceApi.NEW_ITEM)
                .post(EvidenceApi.items(A))
                .statusCode())
        .isEqualTo(add);
    assertThat(
            EvidenceApi.as(role, A)
                .contentType("application/octet-stream")
                .header("Idempotency-Key", EvidenceApi.newKey())
                .body(EvidenceApi.bytes(7))
                .post(files + "?name=a.csv")
                .statusCode())
        .isEqualTo(add);
  }

  @Test
  void needsAGoodToken() {
    String subject = "MSP_TECHNICIAN@" + A;
    for (String token :
        List.of(
            TestTokens.expired(subject),
            TestTokens.forAnotherAudience(subject),
            TestTokens.signedByAStranger(subject),
            TestTokens.unsigned(subject))) {
      Problems.expect(
          RestAssured.given().auth().oauth2(token).get(EvidenceApi.items(A)),
          401,
          "unauthenticated");
      Problems.expect(
          RestAssured.given()
              .auth()
              .oauth2(token)
              .body("a")
              .post(EvidenceApi.files(A, UUID.randomUUID().toString()) + "?name=a"),
          401,
          "unauthenticated");
    }
  }

  private static String item(UUID client, String control, String from, String to) {
    String body =
        EvidenceApi.NEW_ITEM
            .replace("AM-04", control)
            .replace("2026-01-01", from)
            .replace("2026-06-30", to);
    return EvidenceApi.create(client, EvidenceApi.newKey(), body)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static List<String> ids(UUID client, String query) {
    return EvidenceApi.technician(client)
        .get(EvidenceApi.items(client) + query)
        .then()
        .statusCode(200)
        .extract()
        .path("items.id");
  }
}
