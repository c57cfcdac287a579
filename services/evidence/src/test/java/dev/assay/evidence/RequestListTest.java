package dev.assay.evidence;

import static dev.assay.evidence.RequestApi.because;
import static dev.assay.evidence.RequestApi.item;
import static dev.assay.evidence.RequestApi.newRequest;
import static dev.assay.evidence.RequestApi.owner;
import static dev.assay.evidence.RequestApi.raise;
import static dev.assay.evidence.RequestApi.raised;
import static dev.assay.evidence.RequestApi.requests;
import static dev.assay.evidence.RequestApi.step;
import static dev.assay.evidence.RequestApi.submit;
import static dev.assay.evidence.RequestApi.technician;
import static dev.assay.evidence.RequestApi.today;
import static dev.assay.evidence.TenantsStub.OTHER_OWNER;
import static dev.assay.evidence.TenantsStub.OWNER;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Requests in lists, of a client and of an MSP. */
@EvidenceTest
class RequestListTest {

  private final Scheduler rounds;
  private final UUID client = UUID.randomUUID();

  RequestListTest(Scheduler rounds) {
    this.rounds = rounds;
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
