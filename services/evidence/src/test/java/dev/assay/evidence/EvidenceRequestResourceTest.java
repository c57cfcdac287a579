package dev.assay.evidence;

import static dev.assay.evidence.RequestApi.because;
import static dev.assay.evidence.RequestApi.item;
import static dev.assay.evidence.RequestApi.newRequest;
import static dev.assay.evidence.RequestApi.otherOwner;
import static dev.assay.evidence.RequestApi.owner;
import static dev.assay.evidence.RequestApi.raise;
import static dev.assay.evidence.RequestApi.raised;
import static dev.assay.evidence.RequestApi.requests;
import static dev.assay.evidence.RequestApi.reviewer;
import static dev.assay.evidence.RequestApi.step;
import static dev.assay.evidence.RequestApi.submit;
import static dev.assay.evidence.RequestApi.technician;
import static dev.assay.evidence.RequestApi.today;
import static dev.assay.evidence.TenantsStub.OTHER_OWNER;
import static dev.assay.evidence.TenantsStub.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.testing.page.ForgedCursor;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.stack.TestDatabase;
import dev.assay.testing.statement.SqlStatements;
import dev.assay.testing.token.TestTokens;
import io.quarkus.scheduler.Scheduler;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@EvidenceTest
class EvidenceRequestResourceTest {

  private final Scheduler rounds;
  private final UUID client = UUID.randomUUID();

  EvidenceRequestResourceTest(Scheduler rounds) {
    this.rounds = rounds;
  }

  @AfterEach
  void tenantsAnswersAgain() {
    TenantsStub.answer();
  }

  @Test
  void saysFromWhenOnAnAnswerIsLateAtTheClientsPlace() {
    Response request = raise(client, newRequest(OWNER, today().plusDays(3)));

    assertThat(request.statusCode()).isEqualTo(201);
    assertThat(request.<String>path("timeZone")).isEqualTo("America/New_York");
    assertThat(Instant.parse(request.path("dueUntil")))
        .isEqualTo(today().plusDays(4).atStartOfDay(ZoneId.of("America/New_York")).toInstant());
    assertThat(request.<Boolean>path("overdue")).isFalse();
    assertThat(request.<List<String>>path("verdict.blockers"))
        .containsExactly("NOT_ACCEPTED", "NO_EVIDENCE_GIVEN");
    Response found = technician(client).get(request.header("Location"));
    assertThat(found.header("ETag")).isEqualTo(request.header("ETag")).isEqualTo("\"v1\"");
  }

  @Test
  void goesFromAskingToAcceptanceAndKeepsEachStep() {
    String request = raised(client, OWNER);
    String given = item(owner(client), client);
    RequestApi.awaitSealed(client, given, RequestApi.upload(owner(client), client, given));

    submit(owner(client), client, request, 1, given).then().statusCode(200);
    step(reviewer(client), client, request, 2, "return", because("Half of it is missing."))
        .then()
        .statusCode(200);
    submit(owner(client), client, request, 3, given).then().statusCode(200);
    Response accepted = step(reviewer(client), client, request, 4, "acceptance", "{}");

    assertThat(accepted.statusCode()).isEqualTo(200);
    assertThat(accepted.<List<String>>path("steps.state"))
        .containsExactly("OPEN", "SUBMITTED", "RETURNED", "SUBMITTED", "ACCEPTED");
    assertThat(accepted.<String>path("steps[2].reason")).isEqualTo("Half of it is missing.");
    assertThat(accepted.<List<Integer>>path("evidence.step")).containsExactly(1, 3);
    assertThat(accepted.<Boolean>path("verdict.counts")).isTrue();
    assertThat(accepted.<List<?>>path("verdict.blockers")).isEmpty();
    assertThat(accepted.header("ETag")).isEqualTo("\"v5\"");
  }

  @Test
  void acceptsNothingWithoutASealedFile() {
    String request = raised(client, OWNER);
    String given = item(owner(client), client);
    submit(owner(client), client, request, 1, given).then().statusCode(200);

    EvidenceApi.nothingHalfDone(
        () ->
            Problems.expect(
                step(reviewer(client), client, request, 2, "acceptance", "{}"),
                409,
                "given-evidence-not-sealed"));

    RequestApi.awaitSealed(client, given, RequestApi.upload(owner(client), client, given));
    step(reviewer(client), client, request, 2, "acceptance", "{}").then().statusCode(200);
  }

  @Test
  void letsNobodyAcceptWhatTheyGave() {
    String own = raised(client, TenantsStub.TECHNICIAN);
    String given = item(technician(client), client);
    RequestApi.awaitSealed(client, given, RequestApi.upload(technician(client), client, given));
    submit(technician(client), client, own, 1, given).then().statusCode(200);

    EvidenceApi.nothingHalfDone(
        () ->
            Problems.expect(
                step(technician(client), client, own, 2, "acceptance", "{}"),
                403,
                "accepted-by-another"));
    step(reviewer(client), client, own, 2, "acceptance", "{}").then().statusCode(200);
  }

  @Test
  void theTableItselfLetsNobodyAcceptTheirOwnSubmission() throws SQLException {
    String request = raised(client, OWNER);
    submit(owner(client), client, request, 1, item(owner(client), client)).then().statusCode(200);

    try (var app = TestDatabase.inClient(RoleGrants.MSP, client);
        var statement = app.createStatement()) {
      assertThatThrownBy(() -> statement.executeUpdate(accepting(request, OWNER, OWNER)))
          .hasMessageContaining("accepted_by_another");
      assertThatThrownBy(() -> statement.executeUpdate(accepting(request, OTHER_OWNER, OWNER)))
          .hasMessageContaining("foreign key");
    }
  }

  private static String accepting(String request, UUID submitter, UUID accepter) {
    return """
        insert into evidence_request_transition (request_id, step, state, previous_step, previous,
          previous_by, by_subject, by_person_id, at)
        values ('%s', 2, 'ACCEPTED', 1, 'SUBMITTED', '%s', 'somebody', '%s', now())
        """
        .formatted(request, submitter, accepter);
  }

  @Test
  void onlyTheAssigneeAnswers() {
    String request = raised(client, OWNER);
    String given = item(technician(client), client);

    EvidenceApi.nothingHalfDone(
        () ->
            Problems.expect(
                submit(technician(client), client, request, 1, given), 403, "not-the-assignee"));
  }

  @Test
  void takesOnlyEvidenceOfTheClientTheControlAndThePeriod() {
    String request = raised(client, TenantsStub.TECHNICIAN);
    String otherControl = createdAs(client, "AM-04", "CM-01");
    String fitting = EvidenceApi.newItem(client);
    String later = createdAs(client, "\"periodFrom\": \"2026-01-01\",", LATER);
    String foreign = EvidenceApi.newItem(EvidenceApi.B);
    String unknown = UUID.randomUUID().toString();

    EvidenceApi.nothingHalfDone(
        () ->
            Problems.expectFields(
                submit(
                    technician(client),
                    client,
                    request,
                    1,
                    otherControl,
                    later,
                    foreign,
                    unknown,
                    fitting,
                    fitting),
                "invalid-request",
                "/evidenceIds/0",
                "/evidenceIds/1",
                "/evidenceIds/2",
                "/evidenceIds/3",
                "/evidenceIds/5"));
  }

  private static final String LATER = "\"periodFrom\": \"2026-07-01\",";

  private static String createdAs(UUID client, String good, String other) {
    String body = EvidenceApi.NEW_ITEM.replace(good, other);
    if (other.equals(LATER)) {
      body = body.replace("2026-06-30", "2026-09-30");
    }
    return EvidenceApi.create(client, EvidenceApi.newKey(), body)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  @ParameterizedTest
  @CsvSource({"acceptance,{}", "return,'{\"reason\":\"Too little.\"}'"})
  void takesNoStepThatItsStateDoesNotAllow(String step, String body) {
    String request = raised(client, OWNER);

    EvidenceApi.nothingHalfDone(
        () ->
            Problems.expect(
                step(reviewer(client), client, request, 1, step, body),
                409,
                "request-state-forbids"));
  }

  @Test
  void endsWithItsWithdrawal() {
    String request = raised(client, OWNER);

    Response withdrawn =
        step(technician(client), client, request, 1, "withdrawal", because("Not needed."));

    assertThat(withdrawn.<String>path("state")).isEqualTo("WITHDRAWN");
    EvidenceApi.nothingHalfDone(
        () -> {
          Problems.expect(
              submit(owner(client), client, request, 2, UUID.randomUUID().toString()),
              409,
              "request-state-forbids");
          Problems.expect(terms(request, "\"v2\"", OTHER_OWNER), 409, "request-state-forbids");
        });
  }

  private Response terms(String request, String ifMatch, UUID assignee) {
    return technician(client)
        .contentType("application/json")
        .header("If-Match", ifMatch)
        .body(
            """
            {"assigneePersonId":"%s","dueOn":"%s","reason":"On leave."}
            """
                .formatted(assignee, today().plusDays(9)))
        .put(requests(client) + "/" + request + "/terms");
  }

  @Test
  void namesTheVersionThatWasRead() {
    String request = raised(client, OWNER);

    EvidenceApi.nothingHalfDone(
        () -> {
          Problems.expect(
              RequestApi.writing(technician(client), because("Not needed."))
                  .post(requests(client) + "/" + request + "/withdrawal"),
              428,
              "version-required");
          Problems.expect(
              step(technician(client), client, request, 2, "withdrawal", because("No.")),
              412,
              "stale-version");
          Problems.expect(terms(request, "\"v9\"", OTHER_OWNER), 412, "stale-version");
        });
  }

  @Test
  void keepsEveryAssigneeAndDueDay() {
    String request = raised(client, OWNER);

    Response changed = terms(request, "\"v1\"", OTHER_OWNER);

    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(changed.header("ETag")).isEqualTo("\"v2\"");
    assertThat(changed.<List<String>>path("terms.assigneePersonId"))
        .containsExactly(OWNER.toString(), OTHER_OWNER.toString());
    assertThat(changed.<String>path("dueOn")).isEqualTo(today().plusDays(9).toString());
    assertThat(owner(client).get(requests(client) + "/" + request).statusCode()).isEqualTo(404);
  }

  @Test
  void isOverdueByTheClockAlone() {
    String request = raised(client, OWNER);
    RequestApi.makeOverdue(request);
    String item = item(owner(client), client);

    Response late = technician(client).get(requests(client) + "/" + request);
    submit(owner(client), client, request, 1, item).then().statusCode(200);
    Response given = technician(client).get(requests(client) + "/" + request);

    assertThat(late.<Boolean>path("overdue")).isTrue();
    assertThat(Instant.parse(late.path("asOf"))).isAfter(Instant.parse(late.path("dueUntil")));
    assertThat(given.<Boolean>path("overdue")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"2026-06-30\" | \"2025-12-31\" | /periodTo",
        "\"AM-04\" | \"AM\" | /controlId",
        "\"User list\" | \" \" | /title",
        "01900000-0000-7000-8000-0000000000c1 | 01900000-0000-7000-8000-0000000000ff |"
            + " /assigneePersonId"
      })
  void refusesARequestThatBreaksARule(String good, String bad, String pointer) {
    String body = newRequest(OWNER, today().plusDays(3)).replace(good, bad);

    EvidenceApi.nothingHalfDone(
        () -> Problems.expectFields(raise(client, body), "invalid-request", pointer));
  }

  @Test
  void asksForNothingByADayThatIsOver() {
    EvidenceApi.nothingHalfDone(
        () ->
            Problems.expectFields(
                raise(client, newRequest(OWNER, today().minusDays(1))),
                "invalid-request",
                "/dueOn"));
    raise(client, newRequest(OWNER, today())).then().statusCode(201);
  }

  @Test
  void repeatsTheAnswerOfAKey() {
    String body = newRequest(OWNER, today().plusDays(3));
    String key = EvidenceApi.newKey();
    Response first =
        technician(client)
            .contentType("application/json")
            .header("Idempotency-Key", key)
            .body(body)
            .post(requests(client));

    Response second =
        technician(client)
            .contentType("application/json")
            .header("Idempotency-Key", key)
            .body(body)
            .post(requests(client));

    assertThat(second.asString()).isEqualTo(first.asString());
    assertThat(count("evidence_request")).isOne();
  }

  private int count(String table) {
    return RequestApi.count(
        "select count(*) from %s where client_id = '%s'".formatted(table, client));
  }

  @Test
  void raisesNothingWhileTenantsIsDeadOrHangs() {
    String body = newRequest(OWNER, today().plusDays(3));
    EvidenceApi.nothingHalfDone(
        () -> {
          TenantsStub.fail();
          Problems.expect(raise(client, body), 503, "dependency-unavailable");
          TenantsStub.hang();
          Instant asked = Instant.now();
          Problems.expect(raise(client, body), 503, "dependency-unavailable");
          assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(2));
        });
  }

  @Test
  void listsByAssigneeStateDueDayAndControl() {
    String first = raisedDue(client, OWNER, 1);
    String second = raisedDue(client, OTHER_OWNER, 2);
    String third = raisedDue(client, OWNER, 3);
    step(technician(client), client, second, 1, "withdrawal", because("No."))
        .then()
        .statusCode(200);
    RequestApi.makeOverdue(first);

    assertThat(ids("")).containsExactly(first, second, third);
    assertThat(ids("?assignee=" + OWNER)).containsExactly(first, third);
    assertThat(ids("?state=WITHDRAWN")).containsExactly(second);
    assertThat(ids("?overdue=true")).containsExactly(first);
    assertThat(ids("?overdue=false")).containsExactly(second, third);
    assertThat(ids("?dueBefore=" + today().plusDays(3))).containsExactly(first, second);
    assertThat(ids("?controlId=CM-01")).isEmpty();
  }

  private static String raisedDue(UUID client, UUID assignee, int days) {
    return raise(client, newRequest(assignee, today().plusDays(days)))
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private List<String> ids(String query) {
    return technician(client)
        .get(requests(client) + query)
        .then()
        .statusCode(200)
        .extract()
        .path("items.id");
  }

  @Test
  void leadsThroughAListPageByPage() {
    String first = raisedDue(client, OWNER, 1);
    String second = raisedDue(client, OWNER, 1);
    String third = raisedDue(client, OWNER, 2);

    Response page = technician(client).get(requests(client) + "?limit=2");
    String cursor = page.path("nextCursor");

    assertThat(page.<List<String>>path("items.id")).containsExactly(first, second);
    assertThat(ids("?limit=2&cursor=" + cursor)).containsExactly(third);
    for (String forged : List.of("1", "2026-01-01", "2026-01-01/1", "x/" + first)) {
      Problems.expect(
          technician(client)
              .get(requests(client) + "?limit=2&cursor=" + ForgedCursor.of(cursor, forged)),
          400,
          "invalid-cursor");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"?assignee=me", "?dueBefore=soon", "?limit=0"})
  void refusesAFilterThatCannotBe(String query) {
    Problems.expect(technician(client).get(requests(client) + query), 400, "invalid-request");
  }

  @Test
  void listsAcrossTheClientsThatTheCallersGrantsReach() {
    UUID other = UUID.randomUUID();
    String here = raisedDue(client, OWNER, 1);
    String there = raisedDue(other, OWNER, 1);
    String ofMsp =
        "/v1/msps/"
            + RoleGrants.MSP
            + "/evidence-requests?limit=200&dueBefore="
            + today().plusDays(2);

    List<String> portfolio = technician(client).get(ofMsp).path("items.id");
    List<String> fleet = RequestApi.technician(RoleGrants.MSP).get(ofMsp).path("items.id");

    assertThat(portfolio).containsExactly(here);
    assertThat(fleet).contains(here, there);
    Problems.expect(
        technician(client).get("/v1/msps/" + UUID.randomUUID() + "/evidence-requests"),
        404,
        "not-found");
  }

  @Test
  void givesThePbcTableForASpreadsheet() {
    String id =
        raise(
                client,
                newRequest(OWNER, today().plusDays(3))
                    .replace("User list", "=cmd|' /C calc'!A0, \\\"users\\\""))
            .path("id");
    RequestApi.raised(client, OTHER_OWNER);

    Response table =
        RestAssured.given()
            .auth()
            .oauth2(TestTokens.of("MSP_REVIEWER@" + client))
            .get(requests(client) + ".csv?assignee=" + OWNER);

    assertThat(table.statusCode()).isEqualTo(200);
    assertThat(table.contentType()).startsWith("text/csv");
    List<String> lines = List.of(table.asString().split("\r\n", -1));
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).startsWith("request_id,control_id,title,asked,");
    assertThat(lines.get(1))
        .startsWith(id + ",AM-04,\"'=cmd|' /C calc'!A0, \"\"users\"\"\",")
        .contains(",OPEN,false,");
    assertThat(lines.get(2)).isEmpty();
  }

  @Test
  void keepsWhatIsSaid() {
    String request = raised(client, OWNER);
    String comments = requests(client) + "/" + request + "/comments";
    String text = "{\"text\":\"Which system?\"}";

    RequestApi.writing(owner(client), text).post(comments).then().statusCode(201);
    RequestApi.writing(reviewer(client), "{\"text\":\"The ERP.\"}").post(comments);

    Response said = owner(client).get(comments);
    assertThat(said.<List<String>>path("items.text")).containsExactly("Which system?", "The ERP.");
    Problems.expect(RequestApi.writing(otherOwner(client), text).post(comments), 404, "not-found");
  }

  @Test
  void takesAFixedNumberOfStatements() {
    String request = raised(client, OWNER);
    raised(client, OWNER);
    String given = item(owner(client), client);
    String another = item(owner(client), client);
    submit(owner(client), client, request, 1, given, another).then().statusCode(200);
    RequestApi.whilePaused(
        rounds,
        () -> {
          SqlStatements.atMost(2, () -> technician(client).get(requests(client)));
          SqlStatements.atMost(2, () -> owner(client).get(requests(client)));
          SqlStatements.atMost(5, () -> technician(client).get(requests(client) + "/" + request));
          SqlStatements.atMost(
              3, () -> technician(client).get(requests(client) + "/" + request + "/comments"));
          SqlStatements.atMost(
              2, () -> technician(client).get("/v1/msps/" + RoleGrants.MSP + "/evidence-requests"));
        });
  }
}
