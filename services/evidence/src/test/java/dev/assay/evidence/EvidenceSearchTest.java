package dev.assay.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.page.ForgedCursor;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.stack.TestDatabase;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@EvidenceTest
class EvidenceSearchTest {

  @Test
  void findsItemsByTitleSourceAndStateOfTheirFiles() {
    UUID client = UUID.randomUUID();
    String users = item(client, "Users of 100% of realms", "Keycloak");
    String usersToo = item(client, "users of 1000 realms", "Directory");
    String backups = item(client, "Backups", "Keycloak");
    String file = EvidenceApi.upload(client, backups, EvidenceApi.bytes(3)).path("id");
    EvidenceApi.awaitState(client, backups, file, "SEALED");

    assertThat(find(client, "titlePrefix", "USERS of")).containsExactly(usersToo, users);
    assertThat(find(client, "titlePrefix", "users of 100%")).containsExactly(users);
    assertThat(find(client, "titlePrefix", "users_of")).isEmpty();
    assertThat(find(client, "titlePrefix", "users\\")).isEmpty();
    assertThat(find(client, "sourceSystem", "Keycloak")).containsExactly(backups, users);
    assertThat(find(client, "sourceSystem", "Key")).isEmpty();
    assertThat(find(client, "fileState", "SEALED")).containsExactly(backups);
    assertThat(find(client, "fileState", "QUARANTINED")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fileState=sealed", "titlePrefix=a%00b", "sourceSystem=a%00b"})
  void refusesASearchThatCannotBe(String query) {
    Problems.expect(
        EvidenceApi.technician(EvidenceApi.A)
            .urlEncodingEnabled(false)
            .get(EvidenceApi.items(EvidenceApi.A) + "?" + query),
        400,
        "invalid-request");
  }

  @Test
  void showsAcrossClientsOnlyThoseThatTheCallerHasGrantsFor() {
    UUID one = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    String first = item(one, "First", "Keycloak");
    String second = item(one, "Second", "Keycloak");
    item(other, "Of another client", "Keycloak");
    String list = "/v1/msps/" + RoleGrants.MSP + "/evidence-of-clients";

    Response page = EvidenceApi.technician(one).get(list + "?limit=1");
    String cursor = page.path("nextCursor");

    assertThat(page.<List<String>>path("items.id")).containsExactly(second);
    assertThat(page.<List<String>>path("items.ownerId")).containsExactly(one.toString());
    assertThat(
            EvidenceApi.technician(one)
                .get(list + "?limit=1&cursor=" + cursor)
                .<List<String>>path("items.id"))
        .containsExactly(first);
    for (String wrong : List.of(cursor + "&controlId=AM-04", ForgedCursor.of(cursor, "1"))) {
      Problems.expect(
          EvidenceApi.technician(one).get(list + "?limit=1&cursor=" + wrong),
          400,
          "invalid-cursor");
    }
    Problems.expect(
        EvidenceApi.technician(other).get(list + "?limit=1&cursor=" + cursor),
        400,
        "invalid-cursor");
  }

  @ParameterizedTest
  @CsvSource({
    "MSP_ADMIN,403",
    "MSP_TECHNICIAN,200",
    "MSP_REVIEWER,200",
    "INTEGRATION,200",
    "CLIENT_EXECUTIVE,404",
    "CONTROL_OWNER,404",
    "AUDITOR,404"
  })
  void opensTheListAcrossClientsToTheMspsReaders(String role, int status) {
    assertThat(
            EvidenceApi.as(role, UUID.randomUUID())
                .get("/v1/msps/" + RoleGrants.MSP + "/evidence-of-clients")
                .statusCode())
        .isEqualTo(status);
  }

  /** As Hibernate writes it, at a size where a plan without the index would be another one. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "and true | evidence_of_msp",
        "and control_id = 'AM-04' | evidence_of_msp_control",
        "and source_system = 'System 7' | evidence_of_msp_source",
        "and title_folded >= lower('Item 4242')"
            + " and title_folded < concat(lower('Item 4242'), chr(1114111))"
            + " | evidence_of_msp_titled"
      })
  void listsAnMspsItemsFromAnIndexWithoutReadingTheRest(String filter, String index)
      throws SQLException {
    String plan =
        planAmongMany(
            "select * from evidence where 1 = 1 %s order by id desc limit 51".formatted(filter));

    assertThat(plan).contains(index).doesNotContain("Seq Scan");
    if (!filter.contains("title")) {
      // A prefix finds few and sorts them; everything else comes in order.
      assertThat(plan).doesNotContain("Sort");
    }
  }

  private static String planAmongMany(String query) throws SQLException {
    UUID msp = UUID.randomUUID();
    try (Connection superuser = TestDatabase.superuser()) {
      superuser.setAutoCommit(false);
      try (var statement = superuser.createStatement()) {
        statement.execute(
            """
            insert into evidence (msp_id, client_id, id, title, control_id, period_from, period_to,
                                  source_system, added_by, arrived_at)
            select case when n %% 10 = 0 then gen_random_uuid() else '%1$s'::uuid end,
                   md5('client ' || n %% 500)::uuid, uuidv7(make_interval(secs => -n)),
                   'Item ' || n, 'AM-' || lpad((n %% 72)::text, 2, '0'), '2026-01-01', '2026-06-30',
                   'System ' || n %% 40, 'seed', now()
            from generate_series(1, 100000) n
            """
                .formatted(msp));
        statement.execute("analyze evidence");
        statement.execute("select set_config('app.msp_id', '" + msp + "', true)");
        statement.execute("set local role evidence_fleet");
        try (var rows = statement.executeQuery("explain (costs off) " + query)) {
          var plan = new StringBuilder();
          while (rows.next()) {
            plan.append(rows.getString(1)).append('\n');
          }
          return plan.toString();
        }
      } finally {
        superuser.rollback();
      }
    }
  }

  private static String item(UUID client, String title, String source) {
    return EvidenceApi.create(
            client,
            EvidenceApi.newKey(),
            EvidenceApi.NEW_ITEM
                .replace("Users of the sign-in realm", title)
                .replace("\"Keycloak\"", "\"" + source + "\""))
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static List<String> find(UUID client, String parameter, String value) {
    return EvidenceApi.technician(client)
        .queryParam(parameter, value)
        .get(EvidenceApi.items(client))
        .then()
        .statusCode(200)
        .extract()
        .path("items.id");
  }
}
