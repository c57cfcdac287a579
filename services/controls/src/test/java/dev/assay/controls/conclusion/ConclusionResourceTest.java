package dev.assay.controls.conclusion;

import static dev.assay.controls.world.Engagement.as;
import static dev.assay.controls.world.Engagement.once;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.controls.world.Engagement;
import dev.assay.controls.world.Engagement.Filed;
import dev.assay.controls.world.Shapes;
import dev.assay.controls.world.World;
import dev.assay.testing.page.ForgedCursor;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.statement.NothingHalfDone;
import dev.assay.testing.statement.SqlStatements;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ConclusionResourceTest {

  private Engagement engagement;

  @BeforeAll
  static void world() {
    World.reset();
  }

  @BeforeEach
  void assigned() {
    engagement = new Engagement();
    engagement.applyControls("AM-04");
    engagement.assign("AM-04");
  }

  @Test
  void keepsAConclusionWithTheDigestOfItsEvidence() {
    Filed file = engagement.file("SEALED");

    var answer = engagement.conclude(engagement.technician, "AM-04", "EFFECTIVE", file);

    answer.then().statusCode(201);
    String id = answer.jsonPath().getString("id");
    assertThat(answer.header("Location"))
        .endsWith(engagement.control("AM-04") + "/conclusions/" + id);
    assertThat(answer.jsonPath().getString("evidence[0].sha256")).isEqualTo(Shapes.SHA256);
    assertThat(answer.jsonPath().getString("concludedByPersonId"))
        .isEqualTo(engagement.technician.personId().toString());
    assertThat(answer.jsonPath().getString("operatorPersonId"))
        .isEqualTo(engagement.owner.personId().toString());
    assertThat(as(engagement.executive).get(answer.header("Location")).asString())
        .isEqualTo(answer.asString());
  }

  @Test
  void changesTheStatusOnlyOnceAReviewerAccepts() {
    String before = engagement.etag("AM-04");
    String id =
        engagement
            .conclude(engagement.technician, "AM-04", "EFFECTIVE", engagement.file("SEALED"))
            .jsonPath()
            .getString("id");
    assertStanding("NOT_STARTED", true);

    var review = engagement.review(engagement.reviewer, "AM-04", id, "ACCEPTED");

    review.then().statusCode(200);
    assertThat(review.jsonPath().getString("review.decision")).isEqualTo("ACCEPTED");
    assertStanding("EFFECTIVE", false);
    assertThat(engagement.etag("AM-04")).isNotEqualTo(before);
  }

  @Test
  void keepsTheStatusWhenAReviewerReturns() {
    engagement.concludeAndAccept("AM-04", "EFFECTIVE");
    String second =
        engagement
            .conclude(engagement.technician, "AM-04", "INEFFECTIVE")
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    engagement.review(engagement.reviewer, "AM-04", second, "RETURNED").then().statusCode(200);

    assertStanding("EFFECTIVE", false);
    var history = as(engagement.executive).get(engagement.control("AM-04") + "/conclusions");
    assertThat(history.jsonPath().getList("items.number")).containsExactly(2, 1);
    assertThat(history.jsonPath().getList("items.review.decision"))
        .containsExactly("RETURNED", "ACCEPTED");
    var page = as(engagement.executive).get(engagement.control("AM-04") + "/conclusions?limit=1");
    var next =
        as(engagement.executive)
            .queryParam("limit", 1)
            .queryParam("cursor", page.jsonPath().getString("nextCursor"))
            .get(engagement.control("AM-04") + "/conclusions");
    assertThat(next.jsonPath().getList("items.number")).containsExactly(1);
    assertThat(next.jsonPath().getString("nextCursor")).isNull();
    var forged =
        as(engagement.executive)
            .queryParam("limit", 1)
            .queryParam("cursor", ForgedCursor.of(page.path("nextCursor"), "first"))
            .get(engagement.control("AM-04") + "/conclusions");
    Problems.expect(forged, 400, "invalid-cursor");
  }

  @Test
  void letsNobodyConcludeWhatTheyOperate() {
    engagement
        .assign("AM-04", engagement.technician.personId(), engagement.etag("AM-04"))
        .then()
        .statusCode(200);

    NothingHalfDone.by(
        () ->
            Problems.expect(
                engagement.conclude(
                    engagement.technician, "AM-04", "EFFECTIVE", engagement.file("SEALED")),
                409,
                "concluder-operates-control"));
  }

  @Test
  void gainsNoAssuranceOverAControlThatNobodyOperates() {
    engagement.applyControls("AM-05");

    var effective =
        engagement.conclude(engagement.technician, "AM-05", "EFFECTIVE", engagement.file("SEALED"));
    var notApplicable = engagement.conclude(engagement.technician, "AM-05", "NOT_APPLICABLE");

    Problems.expect(effective, 409, "operator-not-named");
    notApplicable.then().statusCode(201);
  }

  @Test
  void letsNobodyReviewWhatTheyConcludedOrOperate() {
    var both = dev.assay.controls.world.Someone.anybody();
    World.grant(
        both,
        engagement.msp,
        engagement.client,
        dev.assay.tenancy.permission.Role.MSP_TECHNICIAN,
        dev.assay.tenancy.permission.Role.MSP_REVIEWER);
    String id =
        engagement
            .conclude(both, "AM-04", "INEFFECTIVE")
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    Problems.expect(engagement.review(both, "AM-04", id, "ACCEPTED"), 409, "reviewer-concluded");

    as(engagement.technician)
        .header("If-Match", engagement.etag("AM-04"))
        .body("{\"operatorPersonId\":\"%s\"}".formatted(engagement.reviewer.personId()))
        .put(engagement.control("AM-04") + "/assignment")
        .then()
        .statusCode(200);
    Problems.expect(
        engagement.review(engagement.reviewer, "AM-04", id, "ACCEPTED"),
        409,
        "reviewer-operates-control");
  }

  @Test
  void isReviewedOnceHoweverManyTry() throws Exception {
    String id =
        engagement
            .conclude(engagement.technician, "AM-04", "INCONCLUSIVE")
            .jsonPath()
            .getString("id");
    try (var threads = Executors.newFixedThreadPool(10)) {
      Callable<Integer> attempt =
          () -> engagement.review(engagement.reviewer, "AM-04", id, "ACCEPTED").statusCode();
      var answers =
          threads.invokeAll(IntStream.range(0, 10).mapToObj(i -> attempt).toList()).stream()
              .map(answer -> answer.resultNow())
              .toList();

      assertThat(answers).containsOnly(200, 409);
      assertThat(answers.stream().filter(status -> status == 200).count()).isEqualTo(1);
    }
  }

  @Test
  void waitsForTheReviewOfTheOneBefore() throws Exception {
    try (var threads = Executors.newFixedThreadPool(10)) {
      Callable<Integer> attempt =
          () -> engagement.conclude(engagement.technician, "AM-04", "INEFFECTIVE").statusCode();
      var answers =
          threads.invokeAll(IntStream.range(0, 10).mapToObj(i -> attempt).toList()).stream()
              .map(answer -> answer.resultNow())
              .toList();

      assertThat(answers).containsOnly(201, 409);
      assertThat(answers.stream().filter(status -> status == 201).count()).isEqualTo(1);
    }
    Problems.expect(
        engagement.conclude(engagement.technician, "AM-04", "INEFFECTIVE"),
        409,
        "conclusion-awaits-review");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PENDING", "UPLOADED", "VERIFIED", "QUARANTINED", "ABANDONED"})
  void restsOnSealedEvidenceOnly(String state) {
    Filed sealed = engagement.file("SEALED");
    Filed file = engagement.file(state);

    NothingHalfDone.by(
        () -> {
          var body =
              Problems.expect(
                  engagement.conclude(engagement.technician, "AM-04", "EFFECTIVE", sealed, file),
                  409,
                  "evidence-not-sealed");
          assertThat(body.at("/errors/0/pointer").asText()).isEqualTo("/evidence/1");
        });
  }

  @Test
  void knowsNoEvidenceOfOthers() {
    var unknown = new Filed(UUID.randomUUID(), UUID.randomUUID());

    var body =
        Problems.expect(
            engagement.conclude(engagement.technician, "AM-04", "INEFFECTIVE", unknown),
            400,
            "invalid-request");

    assertThat(body.at("/errors/0/pointer").asText()).isEqualTo("/evidence/0");
  }

  @Test
  void needsEvidenceToCallAControlEffective() {
    Problems.expect(
        engagement.conclude(engagement.technician, "AM-04", "EFFECTIVE"), 400, "invalid-request");
  }

  @Test
  void namesEachFileOnce() {
    Filed file = engagement.file("SEALED");

    Problems.expect(
        engagement.conclude(engagement.technician, "AM-04", "EFFECTIVE", file, file),
        400,
        "invalid-request");
  }

  @Test
  void takesDaysOfTheYearThatHaveComeAtTheClientsPlace() {
    LocalDate today = LocalDate.now(ZoneId.of("America/New_York"));

    Problems.expect(concludedOn(today.plusDays(2).toString()), 400, "invalid-request");
    Problems.expect(concludedOn("2025-12-31"), 400, "invalid-request");
    Problems.expect(concludedOn("0001-01-01"), 400, "invalid-request");
    concludedOn("2026-01-01").then().statusCode(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"status\":\"EFFECTIVE\"}",
        "{\"status\":\"NOT_STARTED\",\"reason\":\"r\",\"concludedOn\":\"2026-11-02\"}",
        "{\"status\":\"INEFFECTIVE\",\"reason\":\" \",\"concludedOn\":\"2026-11-02\"}",
        "{\"status\":\"INEFFECTIVE\",\"reason\":\"r\",\"concludedOn\":\"2026-11-31\"}",
        "{\"status\":\"INEFFECTIVE\",\"reason\":\"r\",\"concludedOn\":\"2026-11-02\",\"x\":1}",
        "{\"status\":\"INEFFECTIVE\",\"reason\":7,\"concludedOn\":\"2026-11-02\"}",
        "{\"status\":0,\"reason\":\"r\",\"concludedOn\":\"2026-11-02\"}",
        "{\"status\":\"INEFFECTIVE\",\"reason\":\"r\",\"concludedOn\":\"2026-11-02\",\"evidence\":[{}]}",
        "{\"status\":\"INEFFECTIVE\",\"reason\":\"r\",\"concludedOn\":\"2026-11-02\",\"evidence\":[null]}",
        "[]",
      })
  void refusesBadInputAndChangesNothing(String body) {
    NothingHalfDone.by(() -> assertThat(post(body).statusCode()).as(body).isEqualTo(400));
  }

  @Test
  void refusesAReasonThatIsTooLong() {
    String reason = IntStream.range(0, 4001).mapToObj(i -> "x").collect(Collectors.joining());

    Problems.expect(
        post(
            "{\"status\":\"INEFFECTIVE\",\"reason\":\"%s\",\"concludedOn\":\"2026-11-02\"}"
                .formatted(reason)),
        400,
        "invalid-request");
  }

  @Test
  void refusesToReturnWithoutAWord() {
    String id =
        engagement
            .conclude(engagement.technician, "AM-04", "INEFFECTIVE")
            .jsonPath()
            .getString("id");

    var answer =
        once(engagement.reviewer)
            .body("{\"decision\":\"RETURNED\",\"note\":\"  \"}")
            .post(engagement.control("AM-04") + "/conclusions/" + id + "/review");

    var body = Problems.expect(answer, 400, "invalid-request");
    assertThat(body.at("/errors/0/pointer").asText()).isEqualTo("/note");
  }

  @Test
  void reviewsOnlyConclusionsOfTheControl() {
    engagement.applyControls("AM-05");
    String id =
        engagement
            .conclude(engagement.technician, "AM-04", "INEFFECTIVE")
            .jsonPath()
            .getString("id");

    Problems.expect(
        engagement.review(engagement.reviewer, "AM-05", id, "ACCEPTED"), 404, "not-found");
    Problems.expect(
        as(engagement.reviewer).get(engagement.control("AM-05") + "/conclusions/" + id),
        404,
        "not-found");
    Problems.expect(
        engagement.conclude(engagement.technician, "CM-01", "INEFFECTIVE"), 404, "not-found");
  }

  @Test
  void repeatsItsAnswerForTheSameKey() {
    String key = UUID.randomUUID().toString();
    String body = "{\"status\":\"DESIGNED\",\"reason\":\"r\",\"concludedOn\":\"2026-11-02\"}";

    var first = post(key, body);
    var second = post(key, body);

    first.then().statusCode(201);
    assertThat(second.asString()).isEqualTo(first.asString());
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    Problems.expect(
        post(key, body.replace("DESIGNED", "INEFFECTIVE")), 422, "idempotency-key-reused");
    Problems.expect(
        as(engagement.technician).body(body).post(engagement.control("AM-04") + "/conclusions"),
        400,
        "idempotency-key-required");
  }

  @Test
  void takesAsManyStatementsForManyFilesAsForOne() {
    Filed[] many =
        IntStream.range(0, 5).mapToObj(i -> engagement.file("SEALED")).toArray(Filed[]::new);

    int statements =
        SqlStatements.during(
                () ->
                    engagement
                        .conclude(engagement.technician, "AM-04", "EFFECTIVE", many)
                        .then()
                        .statusCode(201))
            .size();

    // Scope, key, lock, last conclusion, audit event, conclusion, five batched files, version,
    // stored answer: PostgreSQL logs each row of a batch.
    assertThat(statements).isEqualTo(8 + many.length);
  }

  private void assertStanding(String status, boolean awaitingReview) {
    var control = as(engagement.executive).get(engagement.control("AM-04")).jsonPath();
    assertThat(control.getString("status")).isEqualTo(status);
    assertThat(control.getBoolean("awaitingReview")).isEqualTo(awaitingReview);
  }

  private Response concludedOn(String date) {
    return post(
        "{\"status\":\"INEFFECTIVE\",\"reason\":\"r\",\"concludedOn\":\"%s\"}".formatted(date));
  }

  private Response post(String body) {
    return post(UUID.randomUUID().toString(), body);
  }

  private Response post(String key, String body) {
    return as(engagement.technician)
        .header("Idempotency-Key", key)
        .body(body)
        .post(engagement.control("AM-04") + "/conclusions");
  }
}
