package dev.assay.sample;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.testing.isolation.TenantIsolation;
import dev.assay.testing.isolation.TenantRows;
import dev.assay.testing.outage.PartOutage;
import dev.assay.testing.page.ForgedCursor;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.stack.PostgresResource;
import dev.assay.testing.stack.TestDatabase;
import dev.assay.testing.statement.NothingHalfDone;
import dev.assay.testing.statement.SqlStatements;
import dev.assay.testing.token.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "service", value = "sample"))
class SampleServiceTest {

  private static final UUID A = UUID.fromString("01900000-0000-7000-8000-00000000000a");
  private static final UUID B = UUID.fromString("01900000-0000-7000-8000-00000000000b");

  private static RequestSpecification as(String role, UUID place) {
    return given().auth().oauth2(TestTokens.of(role + "@" + place));
  }

  private static RequestSpecification technician(UUID client) {
    return as("MSP_TECHNICIAN", client).contentType(ContentType.JSON);
  }

  private static Response create(UUID client, String key, String body) {
    return technician(client)
        .header("Idempotency-Key", key)
        .body(body)
        .post("/v1/clients/" + client + "/notes");
  }

  private static String newKey() {
    return "key-" + UUID.randomUUID();
  }

  private static String newNote(UUID client) {
    return create(client, newKey(), "{\"text\":\"a\"}").then().statusCode(201).extract().path("id");
  }

  @Test
  void keepsClientsApartWithoutAnyFilterInTheCode() {
    String ofA = newNote(A);

    Response foreign = technician(B).get("/v1/clients/" + B + "/notes/" + ofA);
    Response unknown = technician(B).get("/v1/clients/" + B + "/notes/" + UUID.randomUUID());

    Problems.expect(foreign, 404, "not-found");
    assertThat(Problems.withoutRequestId(foreign)).isEqualTo(Problems.withoutRequestId(unknown));
    technician(A).get("/v1/clients/" + A + "/notes/" + ofA).then().statusCode(200);
  }

  @Test
  void answersAClientWithoutGrantLikeOneThatDoesNotExist() {
    Response foreign = technician(B).get("/v1/clients/" + A + "/notes/" + UUID.randomUUID());
    Response unknown =
        technician(B).get("/v1/clients/" + UUID.randomUUID() + "/notes/" + UUID.randomUUID());

    Problems.expect(foreign, 404, "not-found");
    assertThat(Problems.withoutRequestId(foreign)).isEqualTo(Problems.withoutRequestId(unknown));
  }

  @Test
  void readsAcrossTheFleetOnlyWhatTheGrantsReach() {
    newNote(A);
    String ofB = newNote(B);

    List<String> fleet = ids(as("MSP_ADMIN", A));
    List<String> portfolio = ids(as("MSP_TECHNICIAN", B));

    assertThat(fleet).contains(ofB).hasSizeGreaterThan(portfolio.size());
    assertThat(portfolio).contains(ofB);
    for (String id : portfolio) {
      technician(B).get("/v1/clients/" + B + "/notes/" + id).then().statusCode(200);
    }
  }

  private static List<String> ids(RequestSpecification caller) {
    return caller
        .get("/v1/msps/" + SampleGrants.MSP + "/notes?limit=200")
        .then()
        .statusCode(200)
        .extract()
        .path("items.id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not-an-id", "a\0"})
  void refusesACursorThatSomebodyWroteThemselves(String key) {
    newNote(A);
    newNote(A);
    String list = "/v1/msps/" + SampleGrants.MSP + "/notes?limit=1";
    String cursor = as("MSP_ADMIN", A).get(list).path("nextCursor");

    Problems.expect(
        as("MSP_ADMIN", A).get(list + "&cursor=" + ForgedCursor.of(cursor, key)),
        400,
        "invalid-cursor");
  }

  @Test
  void whereTheStateOfAClientLeavesOnlyReadingNothingIsWritten() {
    String id = newNote(A);
    var technician = given().auth().oauth2(TestTokens.of("MSP_TECHNICIAN@" + A + "@READ_ONLY"));
    String notes = "/v1/clients/" + A + "/notes";

    technician.get(notes + "/" + id).then().statusCode(200);
    NothingHalfDone.by(
        () ->
            Problems.expect(
                given()
                    .auth()
                    .oauth2(TestTokens.of("MSP_TECHNICIAN@" + A + "@READ_ONLY"))
                    .contentType(ContentType.JSON)
                    .header("Idempotency-Key", newKey())
                    .body("{\"text\":\"a\"}")
                    .post(notes),
                403,
                "client-not-active"));
    Problems.expect(
        given()
            .auth()
            .oauth2(TestTokens.of("MSP_TECHNICIAN@" + A + "@NOTHING"))
            .get(notes + "/" + id),
        403,
        "client-not-active");
    Problems.expect(
        given()
            .auth()
            .oauth2(TestTokens.of("MSP_ADMIN@" + A + "@NOTHING"))
            .get("/v1/msps/" + SampleGrants.MSP + "/notes"),
        403,
        "msp-not-active");
  }

  @Test
  void takesTwoStatementsToRead() {
    String id = newNote(A);

    SqlStatements.atMost(
        2, () -> technician(A).get("/v1/clients/" + A + "/notes/" + id).then().statusCode(200));
  }

  @Test
  void countsEveryStatementOfALoopAndListsThem() {
    String one = newNote(A);
    Runnable loop =
        () -> {
          for (int i = 0; i < 3; i++) {
            technician(A).get("/v1/clients/" + A + "/notes/" + one).then().statusCode(200);
          }
        };

    assertThat(SqlStatements.during(loop)).hasSize(6);
    assertThatThrownBy(() -> SqlStatements.atMost(5, loop))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("from note")
        .hasMessageContaining("set_config");
  }

  @Test
  void noticesARowThatStaysBehind() {
    assertThatThrownBy(() -> NothingHalfDone.by(() -> newNote(A)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("rows by table");
    List<String> versions = new ArrayList<>();
    assertThatThrownBy(
            () -> NothingHalfDone.by(() -> versions.add("key@1"), () -> List.copyOf(versions)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("objects in the store");
  }

  @Test
  void keepsEveryTableOfTheSampleApart() {
    newNote(A);

    TenantIsolation.except(Map.of()).verify();
    TenantRows.of(SampleGrants.MSP, A).verify();
  }

  @Test
  void answersA503InTimeWhileTheDatabaseIsAway() {
    String path = "/v1/clients/" + A + "/notes/" + newNote(A);

    PartOutage.whileHanging(PostgresResource.PART, () -> expectUnavailable(path));
    await(path);
    PartOutage.whileDead(PostgresResource.PART, () -> expectUnavailable(path));
    await(path);
  }

  private static void expectUnavailable(String path) {
    Response answer = technician(A).get(path);
    Problems.expect(answer, 503, "dependency-unavailable");
    assertThat(answer.time()).isLessThan(2_000);
  }

  /** Connections that were cut are found out one by one. */
  private static void await(String path) {
    for (int i = 0; technician(A).get(path).statusCode() != 200; i++) {
      assertThat(i).as("tries until the database is used again").isLessThan(30);
    }
  }

  @Test
  void writesExactlyOneEventAndOnePointerWithAChange() {
    var before = NothingHalfDone.rowCounts();

    newNote(A);

    var after = NothingHalfDone.rowCounts();
    assertThat(after.get("audit_event")).isEqualTo(before.get("audit_event") + 1);
    assertThat(after.get("outbox")).isEqualTo(before.get("outbox") + 1);
    assertThat(after.get("note")).isEqualTo(before.get("note") + 1);
  }

  @Test
  void letsTheAppNeitherChangeNorRemoveAnEvent() throws SQLException {
    newNote(A);
    try (var app = TestDatabase.inClient(SampleGrants.MSP, A);
        var statement = app.createStatement()) {
      for (String sql :
          List.of("delete from audit_event", "update audit_event set action = 'x.y'")) {
        assertThat(refusal(() -> statement.executeUpdate(sql))).contains("permission denied");
      }
    }
  }

  private static String refusal(Callable<Integer> attempt) {
    try {
      return "it worked, on " + attempt.call() + " rows";
    } catch (Exception refused) {
      return refused.getMessage();
    }
  }

  @Test
  void showsNoRowsToAConnectionWithoutScope() throws SQLException {
    newNote(A);
    try (var app = TestDatabase.as("app");
        var statement = app.createStatement();
        var row = statement.executeQuery("select count(*) from note")) {
      row.next();
      assertThat(row.getInt(1)).isZero();
    }
  }

  @Test
  void repeatsTheAnswerForTheSameKeyFiftyTimesAtOnce() throws Exception {
    String key = newKey();
    long before = NothingHalfDone.rowCounts().get("note");
    Set<String> answers = ConcurrentHashMap.newKeySet();

    inParallel(
        50, () -> answers.add(patient(() -> create(A, key, "{\"text\":\"once\"}")).asString()));

    assertThat(answers).hasSize(1);
    assertThat(NothingHalfDone.rowCounts().get("note")).isEqualTo(before + 1);
  }

  @Test
  void refusesTheSameKeyForAnotherRequest() {
    String key = newKey();
    create(A, key, "{\"text\":\"one\"}").then().statusCode(201);

    NothingHalfDone.by(
        () -> Problems.expect(create(A, key, "{\"text\":\"two\"}"), 422, "idempotency-key-reused"));
  }

  @Test
  void removesKeysThatAreOlderThanADayAndOnlyTheScopesOwn() throws SQLException {
    List<String> keys = List.of(newKey(), newKey(), newKey());
    create(A, keys.get(0), "{\"text\":\"old\"}").then().statusCode(201);
    create(A, keys.get(1), "{\"text\":\"young\"}").then().statusCode(201);
    create(B, keys.get(2), "{\"text\":\"old, and another client's\"}").then().statusCode(201);
    age(keys.get(0), 25);
    age(keys.get(1), 23);
    age(keys.get(2), 25);

    newNote(A);

    assertThat(keys.stream().filter(SampleServiceTest::isRemembered))
        .containsExactly(keys.get(1), keys.get(2));
  }

  @Test
  void takesAKeyThatIsOlderThanADayForANewOne() throws SQLException {
    String key = newKey();
    String first = create(A, key, "{\"text\":\"one\"}").path("id");
    age(key, 25);

    String second =
        create(A, key, "{\"text\":\"two\"}").then().statusCode(201).extract().path("id");

    assertThat(second).isNotEqualTo(first);
    assertThat(create(A, key, "{\"text\":\"two\"}").<String>path("id")).isEqualTo(second);
  }

  private static void age(String key, int hours) throws SQLException {
    try (var superuser = TestDatabase.superuser();
        var update =
            superuser.prepareStatement(
                "update idempotency_key set claimed_at = now() - make_interval(hours => ?)"
                    + " where key = ?")) {
      update.setInt(1, hours);
      update.setString(2, key);
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }

  private static boolean isRemembered(String key) {
    try (var superuser = TestDatabase.superuser();
        var select = superuser.prepareStatement("select from idempotency_key where key = ?")) {
      select.setString(1, key);
      try (var row = select.executeQuery()) {
        return row.next();
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Test
  void asksForAKey() {
    NothingHalfDone.by(
        () ->
            Problems.expect(
                technician(A).body("{\"text\":\"a\"}").post("/v1/clients/" + A + "/notes"),
                400,
                "idempotency-key-required"));
  }

  @Test
  void letsOneOfManyWritersWin() throws Exception {
    String path = "/v1/clients/" + A + "/notes/" + newNote(A);
    String etag = technician(A).get(path).header("ETag");
    Set<Integer> winners = ConcurrentHashMap.newKeySet();
    Set<Integer> statuses = ConcurrentHashMap.newKeySet();

    List<Future<?>> writers =
        IntStream.range(0, 32)
            .<Future<?>>mapToObj(
                i ->
                    Executors.newVirtualThreadPerTaskExecutor()
                        .submit(
                            () -> {
                              int status =
                                  patient(
                                          () ->
                                              technician(A)
                                                  .header("If-Match", etag)
                                                  .body("{\"text\":\"writer " + i + "\"}")
                                                  .put(path))
                                      .statusCode();
                              statuses.add(status);
                              if (status == 200) {
                                winners.add(i);
                              }
                            }))
            .toList();
    for (Future<?> writer : writers) {
      writer.get();
    }

    assertThat(winners).hasSize(1);
    assertThat(statuses).containsExactlyInAnyOrder(200, 412);
    assertThat(technician(A).get(path).<String>path("text"))
        .isEqualTo("writer " + winners.iterator().next());
  }

  @Test
  void asksForTheVersionOfAnUpdate() {
    String path = "/v1/clients/" + A + "/notes/" + newNote(A);

    Problems.expect(technician(A).body("{\"text\":\"b\"}").put(path), 428, "version-required");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\":5}",
        "{\"text\":\"a\",\"more\":1}",
        "{\"text\":\"a\",\"text\":\"b\"}",
        "{\"text\":\"a\"} x",
        "{\"text\":",
        "[]",
        "{\"text\":\"\"}",
        "{}"
      })
  void refusesBadBodiesAndWritesNothing(String body) {
    NothingHalfDone.by(() -> assertThat(create(A, newKey(), body).statusCode()).isEqualTo(400));
  }

  @Test
  void refusesABodyThatIsTooLarge() {
    String body = "{\"text\":\"" + "x".repeat(1_100_000) + "\"}";

    NothingHalfDone.by(() -> Problems.expect(create(A, newKey(), body), 413, "body-too-large"));
  }

  @Test
  void refusesEveryKindOfBadToken() {
    String subject = "MSP_TECHNICIAN@" + A;
    for (String token : TestTokens.refused(subject).values()) {
      Problems.expect(
          given().auth().oauth2(token).get("/v1/clients/" + A + "/notes/" + A),
          401,
          "unauthenticated");
    }
    Problems.expect(given().get("/v1/clients/" + A + "/notes/" + A), 401, "unauthenticated");
  }

  @Test
  void refusesARoleWithoutThePermission() {
    Problems.expect(
        as("AUDITOR", A)
            .contentType(ContentType.JSON)
            .header("Idempotency-Key", newKey())
            .body("{\"text\":\"a\"}")
            .post("/v1/clients/" + A + "/notes"),
        403,
        "forbidden");
  }

  @Test
  void refusesAnOperationThatNamesNoPermission() {
    Problems.expect(technician(A).get("/v1/without-permission"), 403, "forbidden");
  }

  @Test
  void failsRatherThanReadOutsideATransaction() {
    Problems.expect(
        technician(A).get("/v1/clients/" + A + "/outside-a-transaction"), 500, "internal-error");
  }

  @Test
  void failsRatherThanBeginWithoutScopeAndLeavesNoTransactionBehind() {
    for (int i = 0; i < 30; i++) {
      Problems.expect(technician(A).get("/v1/without-scope"), 500, "internal-error");
    }
    newNote(A);
  }

  @Test
  void failsRatherThanCallAnotherPartInsideATransaction() {
    Problems.expect(
        technician(A).get("/v1/clients/" + A + "/call-inside-a-transaction"),
        500,
        "internal-error");
  }

  /** Tries again while the machine is too busy to give everybody a connection, as callers do. */
  private static Response patient(Supplier<Response> call) {
    Response answer = call.get();
    for (int tries = 0; answer.statusCode() == 503 && tries < 30; tries++) {
      answer = call.get();
    }
    return answer;
  }

  private static void inParallel(int times, Runnable work) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all =
          IntStream.range(0, times).<Future<?>>mapToObj(i -> threads.submit(work)).toList();
      for (Future<?> one : all) {
        one.get();
      }
    }
  }
}
