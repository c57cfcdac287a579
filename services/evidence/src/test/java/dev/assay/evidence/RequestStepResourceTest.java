package dev.assay.evidence;

import static dev.assay.evidence.RequestApi.because;
import static dev.assay.evidence.RequestApi.item;
import static dev.assay.evidence.RequestApi.owner;
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

import dev.assay.testing.problem.Problems;
import dev.assay.testing.stack.TestDatabase;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way of a request, step by step. */
@EvidenceTest
class RequestStepResourceTest {

  private final UUID client = UUID.randomUUID();

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
  void letsOneOfManyWhoMoveItAtOnceThrough() {
    String request = raised(client, OWNER);
    String given = item(owner(client), client);
    var statuses = new ConcurrentLinkedQueue<Integer>();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 6; i++) {
        threads.execute(
            () -> statuses.add(submit(owner(client), client, request, 1, given).statusCode()));
      }
    }

    assertThat(statuses).hasSize(6).containsOnlyOnce(200).contains(412).containsOnly(200, 412);
    assertThat(
            RequestApi.count(
                "select count(*) from evidence_request_transition where request_id = '%s'"
                    .formatted(request)))
        .isEqualTo(2);
  }
}
