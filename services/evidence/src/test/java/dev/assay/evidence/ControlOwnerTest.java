package dev.assay.evidence;

import static dev.assay.evidence.RequestApi.item;
import static dev.assay.evidence.RequestApi.otherOwner;
import static dev.assay.evidence.RequestApi.owner;
import static dev.assay.evidence.RequestApi.raised;
import static dev.assay.evidence.RequestApi.requests;
import static dev.assay.evidence.RequestApi.submit;
import static dev.assay.evidence.RequestApi.technician;
import static dev.assay.evidence.TenantsStub.OTHER_OWNER;
import static dev.assay.evidence.TenantsStub.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.testing.problem.Problems;
import dev.assay.testing.stack.TestDatabase;
import dev.assay.testing.token.TestTokens;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A control owner without any other role sees what was asked of them and what they gave. */
@EvidenceTest
class ControlOwnerTest {

  private final UUID client = UUID.randomUUID();
  private String own = "";
  private String others = "";
  private String given = "";
  private String givenByOther = "";
  private String fileOfOther = "";

  @BeforeEach
  void bothOwnersHaveARequestAndGave() {
    own = raised(client, OWNER);
    others = raised(client, OTHER_OWNER);
    given = item(owner(client), client);
    givenByOther = item(otherOwner(client), client);
    RequestApi.upload(owner(client), client, given);
    fileOfOther = RequestApi.upload(otherOwner(client), client, givenByOther);
    submit(otherOwner(client), client, others, 1, givenByOther).then().statusCode(200);
    RequestApi.writing(otherOwner(client), "{\"text\":\"Here it is.\"}")
        .post(requests(client) + "/" + others + "/comments")
        .then()
        .statusCode(201);
  }

  @Test
  void listsTheirOwnAlone() {
    assertThat(owner(client).get(requests(client)).<List<String>>path("items.id"))
        .containsExactly(own);
    assertThat(
            owner(client).get(requests(client) + "?assignee=" + OTHER_OWNER).<List<?>>path("items"))
        .isEmpty();
    assertThat(owner(client).get(EvidenceApi.items(client)).<List<String>>path("items.id"))
        .containsExactly(given);
    assertThat(technician(client).get(requests(client)).<List<String>>path("items.id"))
        .containsExactlyInAnyOrder(own, others);
    assertThat(technician(client).get(EvidenceApi.items(client)).<List<String>>path("items.id"))
        .containsExactlyInAnyOrder(given, givenByOther);
  }

  @Test
  void getsTheSame404ForWhatIsAnothersAndWhatIsNot() {
    String random = UUID.randomUUID().toString();
    for (String[] pair :
        new String[][] {
          {requests(client) + "/" + others, requests(client) + "/" + random},
          {
            requests(client) + "/" + others + "/comments",
            requests(client) + "/" + random + "/comments"
          },
          {
            EvidenceApi.items(client) + "/" + givenByOther, EvidenceApi.items(client) + "/" + random
          },
          {
            EvidenceApi.files(client, givenByOther) + "/" + fileOfOther,
            EvidenceApi.files(client, givenByOther) + "/" + random
          },
          {
            EvidenceApi.files(client, givenByOther) + "/" + fileOfOther + "/content",
            EvidenceApi.files(client, random) + "/" + random + "/content"
          },
        }) {
      Response foreign = get(pair[0]);
      Problems.expect(foreign, 404, "not-found");
      assertThat(Problems.withoutRequestId(foreign))
          .isEqualTo(Problems.withoutRequestId(get(pair[1])));
    }
  }

  private Response get(String path) {
    return RestAssured.given()
        .auth()
        .oauth2(TestTokens.of("CONTROL_OWNER@" + client + "@" + OWNER))
        .get(path);
  }

  @Test
  void writesNothingOfAnothers() {
    EvidenceApi.nothingHalfDone(
        () -> {
          Problems.expect(submit(owner(client), client, others, 2, given), 404, "not-found");
          Problems.expect(
              RequestApi.writing(owner(client), "{\"text\":\"Mine?\"}")
                  .post(requests(client) + "/" + others + "/comments"),
              404,
              "not-found");
          Problems.expectFields(
              submit(owner(client), client, own, 1, givenByOther),
              "invalid-request",
              "/evidenceIds/0");
          Problems.expect(
              owner(client)
                  .contentType("application/octet-stream")
                  .queryParam("name", "users.csv")
                  .header("Idempotency-Key", EvidenceApi.newKey())
                  .body(EvidenceApi.bytes(7))
                  .post(EvidenceApi.files(client, givenByOther)),
              404,
              "not-found");
        });
  }

  @Test
  void sharesTheClientsByteQuotaWithWhatTheyDoNotSee() {
    RequestApi.sql(
        """
        insert into evidence_file (msp_id, client_id, id, evidence_id, name, media_type, size_bytes,
          sha256, bucket, object_key, added_by, added_at)
        select msp_id, client_id, gen_random_uuid(), evidence_id, 'large', 'a/b', 1::bigint << 60,
          sha256, bucket, object_key, added_by, added_at
        from evidence_file where id = '%s'
        """
            .formatted(fileOfOther));

    EvidenceApi.nothingHalfDone(
        () ->
            Problems.expect(
                owner(client)
                    .contentType("application/octet-stream")
                    .queryParam("name", "users.csv")
                    .header("Idempotency-Key", EvidenceApi.newKey())
                    .body(EvidenceApi.bytes(7))
                    .post(EvidenceApi.files(client, given)),
                409,
                "byte-quota-reached"));
  }

  /** As the database has it, past all of our code. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "evidence_request",
        "evidence_request_standing",
        "evidence_request_current",
        "evidence_request_terms",
        "evidence_request_transition",
        "evidence_request_item",
        "evidence_request_comment",
        "evidence",
        "evidence_file",
        "evidence_transition",
        "evidence_file_current"
      })
  void theDatabaseItselfShowsTheirOwnAlone(String table) throws SQLException {
    try (var whole = TestDatabase.inClient(RoleGrants.MSP, client);
        var one = TestDatabase.inClient(RoleGrants.MSP, client);
        var two = TestDatabase.inClient(RoleGrants.MSP, client);
        var nobody = TestDatabase.inClient(RoleGrants.MSP, client)) {
      only(one, OWNER);
      only(two, OTHER_OWNER);
      only(nobody, UUID.randomUUID());

      int all = rows(whole, table);
      assertThat(all).isPositive();
      assertThat(rows(one, table) + rows(two, table)).as("each row is somebody's").isEqualTo(all);
      assertThat(rows(two, table)).isPositive();
      assertThat(rows(nobody, table)).isZero();
    }
  }

  @Test
  void theDatabaseItselfTakesNoWritesToAnothers() throws SQLException {
    try (var one = TestDatabase.inClient(RoleGrants.MSP, client);
        var statement = one.createStatement()) {
      only(one, OWNER);

      assertThat(
              statement.executeUpdate(
                  "update evidence_request_standing set step = step where request_id = '%s'"
                      .formatted(others)))
          .isZero();
      assertThatThrownBy(
              () ->
                  statement.executeUpdate(
                      """
                      insert into evidence_request_comment
                        (id, request_id, text, by_subject, by_person_id, at)
                      values (gen_random_uuid(), '%s', 'x', 'x', gen_random_uuid(), now())
                      """
                          .formatted(others)))
          .hasMessageContaining("row-level security");
    }
  }

  private void only(Connection connection, UUID person) throws SQLException {
    try (var set =
        connection.prepareStatement(
            "select set_config('app.only_person', ?, false), set_config('app.only_subject', ?,"
                + " false)")) {
      set.setString(1, person.toString());
      set.setString(2, "CONTROL_OWNER@" + client + "@" + person);
      set.execute();
    }
  }

  private static int rows(Connection connection, String table) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("select count(*) from " + table)) {
      row.next();
      return row.getInt(1);
    }
  }
}
