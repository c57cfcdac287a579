package dev.assay.evidence;

import static dev.assay.evidence.RequestApi.because;
import static dev.assay.evidence.RequestApi.newRequest;
import static dev.assay.evidence.RequestApi.requests;
import static dev.assay.evidence.RequestApi.series;
import static dev.assay.evidence.RequestApi.today;
import static dev.assay.evidence.TenantsStub.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.token.TestTokens;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hand-kept: every operation on requests and series, as every role. */
@EvidenceTest
class RequestRolesTest {

  private final UUID client = UUID.randomUUID();

  private RequestSpecification as(String role) {
    return RequestApi.person(role, client, OWNER);
  }

  /**
   * Columns: reading, raising, answering, accepting, commenting, freshness. Where a role may, the
   * answer is the operation's own, whatever the request's state makes of it.
   */
  @ParameterizedTest
  @CsvSource({
    "PLATFORM_OPERATOR, no, no, no, no, no, no",
    "MSP_ADMIN, no, no, no, no, no, yes",
    "MSP_TECHNICIAN, yes, yes, yes, yes, yes, yes",
    "MSP_REVIEWER, yes, no, no, yes, yes, yes",
    "CLIENT_EXECUTIVE, yes, no, no, no, yes, yes",
    "CONTROL_OWNER, yes, no, yes, no, yes, no",
    "AUDITOR, yes, no, no, no, no, yes",
    "INTEGRATION, yes, no, no, no, no, no",
    "BREAK_GLASS, yes, no, no, no, no, yes"
  })
  void opensEveryOperationToExactlyTheListedRoles(
      String role,
      String read,
      String raise,
      String answer,
      String accept,
      String comment,
      String freshness) {
    String id = RequestApi.raised(client, OWNER);
    String one = requests(client) + "/" + id;
    String ofSeries = series(client) + "/" + begin("MSP_TECHNICIAN").path("id");

    for (String path :
        List.of(
            requests(client),
            one,
            one + "/comments",
            series(client),
            ofSeries,
            ofSeries + "/upcoming",
            "/v1/clients/" + client + "/evidence-reminders")) {
      expect(as(role).get(path), read, path);
    }
    expect(
        RestAssured.given()
            .auth()
            .oauth2(TestTokens.of(role + "@" + client))
            .get(requests(client) + ".csv"),
        read,
        "csv");
    expect(as(role).get("/v1/clients/" + client + "/evidence-freshness"), freshness, "freshness");
    expect(
        as(role)
            .get(
                "/v1/clients/%s/evidence-series-preview?rhythm=ANNUAL&firstFrom=%s"
                    .formatted(client, today())),
        raise,
        "preview");
    expect(post(role, requests(client), newRequest(OWNER, today())), raise, "raise");
    expect(
        as(role)
            .contentType("application/json")
            .header("If-Match", "\"v1\"")
            .body(
                "{\"assigneePersonId\":\"%s\",\"dueOn\":\"%s\",\"reason\":\"x\"}"
                    .formatted(OWNER, today()))
            .put(one + "/terms"),
        raise,
        "terms");
    expect(begin(role), raise, "begin");
    String end = "{\"lastDay\":\"%s\",\"reason\":\"x\"}".formatted(today());
    expect(post(role, ofSeries + "/end", end), raise, "end");
    expect(post(role, one + "/comments", "{\"text\":\"x\"}"), comment, "comment");
    String evidence = "{\"evidenceIds\":[\"%s\"]}".formatted(UUID.randomUUID());
    expect(post(role, one + "/submission", evidence), answer, "submission");
    expect(post(role, one + "/acceptance", "{}"), accept, "acceptance");
    expect(post(role, one + "/return", because("x")), accept, "return");
    expect(post(role, one + "/withdrawal", because("x")), raise, "withdrawal");
  }

  /** Fewer: client roles have no place at an MSP at all, and operators and admins no evidence. */
  @ParameterizedTest
  @CsvSource({
    "MSP_ADMIN, 403",
    "MSP_TECHNICIAN, 200",
    "MSP_REVIEWER, 200",
    "INTEGRATION, 200",
    "CLIENT_EXECUTIVE, 404",
    "CONTROL_OWNER, 404",
    "AUDITOR, 404"
  })
  void opensTheListsOfAnMsp(String role, int status) {
    String msp = "/v1/msps/" + RoleGrants.MSP;
    assertThat(as(role).get(msp + "/evidence-requests").statusCode()).isEqualTo(status);
    assertThat(as(role).get(msp + "/evidence-reminders").statusCode()).isEqualTo(status);
  }

  @Test
  void needsAGoodToken() {
    for (String path :
        List.of(
            requests(client),
            series(client),
            "/v1/clients/" + client + "/evidence-freshness",
            "/v1/clients/" + client + "/evidence-reminders")) {
      assertThat(
              RestAssured.given()
                  .auth()
                  .oauth2(TestTokens.expired("MSP_TECHNICIAN@" + client))
                  .get(path)
                  .statusCode())
          .isEqualTo(401);
    }
  }

  private Response begin(String role) {
    return post(
        role,
        series(client),
        """
        {"controlId":"AM-04","title":"User list","asked":"All users.","assigneePersonId":"%s",
         "rhythm":"ANNUAL","firstFrom":"%s","dueAfterDays":10,"aheadDays":0}
        """
            .formatted(OWNER, today()));
  }

  private Response post(String role, String path, String body) {
    return RequestApi.writing(as(role), body).header("If-Match", "\"v1\"").post(path);
  }

  private static void expect(Response answer, String allowed, String what) {
    boolean refused =
        answer.statusCode() == 403
            && String.valueOf(answer.<String>path("type")).endsWith("/forbidden");
    assertThat(refused).as(what + ": " + answer.asString()).isEqualTo(allowed.equals("no"));
    if (allowed.equals("yes")) {
      assertThat(answer.statusCode()).as(what).isIn(200, 201, 400, 403, 409, 412);
    }
  }
}
