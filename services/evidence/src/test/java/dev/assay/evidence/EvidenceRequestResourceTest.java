package dev.assay.evidence;

import static dev.assay.evidence.RequestApi.item;
import static dev.assay.evidence.RequestApi.newRequest;
import static dev.assay.evidence.RequestApi.otherOwner;
import static dev.assay.evidence.RequestApi.owner;
import static dev.assay.evidence.RequestApi.raise;
import static dev.assay.evidence.RequestApi.raised;
import static dev.assay.evidence.RequestApi.requests;
import static dev.assay.evidence.RequestApi.reviewer;
import static dev.assay.evidence.RequestApi.submit;
import static dev.assay.evidence.RequestApi.technician;
import static dev.assay.evidence.RequestApi.today;
import static dev.assay.evidence.TenantsStub.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.problem.Problems;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asking for evidence. */
@EvidenceTest
class EvidenceRequestResourceTest {

  private final UUID client = UUID.randomUUID();

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
}
