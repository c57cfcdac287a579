package dev.assay.tenants.client;

import static dev.assay.tenants.world.World.created;
import static dev.assay.tenants.world.World.get;
import static dev.assay.tenants.world.World.grantOf;
import static dev.assay.tenants.world.World.newMsp;
import static dev.assay.tenants.world.World.newPerson;
import static dev.assay.tenants.world.World.newSubject;
import static dev.assay.tenants.world.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import dev.assay.tenants.world.World.Msp;
import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.stack.TestDatabase;
import dev.assay.testing.statement.SqlStatements;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An MSP of 10,000 clients and 20,000 people: every list walks an index, and finds what it must.
 */
@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class DirectoryAtScaleTest {

  private static final int CLIENTS = 10_000;
  private static final int PEOPLE = 20_000;

  private static Msp msp;
  private static String technician;

  @BeforeEach
  void populateOnce() throws SQLException {
    if (msp != null) {
      return;
    }
    Msp large = newMsp("Large Managed Services (demo)");
    try (Connection superuser = TestDatabase.superuser();
        var statement = superuser.createStatement()) {
      statement.execute(
          """
          insert into client (msp_id, client_id, legal_name, fiscal_year_end_month, fiscal_year_end_day,
            time_zone, filer_status, status, created_at, version)
          select '%1$s', gen_random_uuid(), substr(md5(n::text), 1, 8) || ' Works ' || n || ' (demo)',
            1 + n %% 12, 28, 'America/New_York',
            (array['LARGE_ACCELERATED', 'ACCELERATED', 'NON_ACCELERATED', null])[1 + n %% 4],
            (array['ONBOARDING', 'ACTIVE', 'ACTIVE', 'ACTIVE', 'SUSPENDED'])[1 + n %% 5], now(), 0
          from generate_series(1, %2$d) n
          """
              .formatted(large.id(), CLIENTS));
      statement.execute(
          """
          insert into client_identifier (msp_id, client_id, id, kind, value, added_by, added_at)
          select msp_id, client_id, gen_random_uuid(), 'CIK', lpad(row_number() over ()::text, 10, '0'),
            'seed', now()
          from client where msp_id = '%s'
          """
              .formatted(large.id()));
      statement.execute(
          """
          insert into person (msp_id, client_id, id, subject, display_name, kind, created_at)
          select msp_id, client_id, gen_random_uuid(), client_id || '-' || k,
            substr(md5(client_id::text || k), 1, 8) || ' Person', 'PERSON', now()
          from client, generate_series(1, %d) k where msp_id = '%s'
          """
              .formatted(PEOPLE / CLIENTS, large.id()));
      statement.execute("analyze client, client_identifier, person");
    }
    technician = newSubject("technician");
    UUID person = newPerson(large.admin(), large.path(), technician);
    for (String client : fifty(large)) {
      created(
          post(
              large.admin(),
              "/v1/clients/" + client + "/grants",
              grantOf("MSP_TECHNICIAN", person)));
    }
    msp = large;
  }

  private static List<String> fifty(Msp large) {
    return get(large.admin(), large.path() + "/clients?limit=50&status=ACTIVE")
        .then()
        .statusCode(200)
        .extract()
        .path("items.id");
  }

  @Test
  void theWholeListIsWalkedInOrderAndMissesNobody() {
    List<String> names = new ArrayList<>();
    String cursor = "";
    do {
      Response page =
          get(
              msp.admin(),
              msp.path() + "/clients?limit=200" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
      page.then().statusCode(200);
      names.addAll(page.path("items.legalName"));
      cursor = page.path("nextCursor");
    } while (cursor != null);

    assertThat(names).hasSize(CLIENTS).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void filtersFindWhatTheRowsSay() throws SQLException {
    for (String filter :
        List.of("name=A1", "status=SUSPENDED", "filerStatus=ACCELERATED", "name=b&status=ACTIVE")) {
      assertThat(found(filter)).as(filter).isEqualTo(expected(filter)).isPositive();
    }
    get(msp.admin(), msp.path() + "/clients?identifier=CIK:0000004711")
        .then()
        .statusCode(200)
        .body("items", hasSize(1));
    get(msp.admin(), msp.path() + "/clients?identifier=CIK:0000999999")
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
  }

  private static int found(String filter) {
    int found = 0;
    String cursor = "";
    do {
      Response page = get(msp.admin(), msp.path() + "/clients?limit=200&" + filter + cursor);
      found += page.then().statusCode(200).extract().<List<?>>path("items").size();
      String next = page.path("nextCursor");
      cursor = next == null ? null : "&cursor=" + next;
    } while (cursor != null);
    return found;
  }

  private static int expected(String filter) throws SQLException {
    String where =
        List.of(filter.split("&")).stream()
            .map(part -> part.split("="))
            .map(
                part ->
                    switch (part[0]) {
                      case "name" -> "lower(legal_name) like lower('" + part[1] + "%')";
                      case "status" -> "status = '" + part[1] + "'";
                      default -> "filer_status = '" + part[1] + "'";
                    })
            .collect(Collectors.joining(" and "));
    try (Connection superuser = TestDatabase.superuser();
        var statement = superuser.createStatement();
        var row =
            statement.executeQuery(
                "select count(*) from client where msp_id = '" + msp.id() + "' and " + where)) {
      row.next();
      return row.getInt(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"CIK", "CIK:12", "XYZ:1", "OTHER:4711", "OTHER::4711", "LEI:5493001KJTIIGC8Y1R13"})
  void refusesAnIdentifierThatCannotBe(String identifier) {
    Problems.expect(
        get(msp.admin(), msp.path() + "/clients?identifier=" + identifier), 400, "invalid-request");
  }

  /** The plan of the statement as it was sent, whatever its values, for the whole of an MSP. */
  @ParameterizedTest
  @CsvSource({
    "/clients,                              client_by_name",
    "/clients?name=ab,                      client_by_name",
    "/clients?status=SUSPENDED,             client_by_status",
    "/clients?name=a&status=SUSPENDED,      client_by_status",
    "/clients?filerStatus=ACCELERATED,      client_by_filer_status",
    "/clients?identifier=CIK:0000004711,    client_identifier_once",
    "/directory/people,                     person_by_name",
    "/directory/people?name=ab,             person_by_name"
  })
  void walksAnIndex(String list, String index) throws SQLException {
    String plan = plan("fleet", statementOf(msp.admin(), list));

    assertThat(plan).contains(index).doesNotContain("Seq Scan");
    if (!list.contains("identifier")) {
      assertThat(plan).doesNotContain("Sort");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/clients",
        "/clients?name=ab",
        "/clients?status=ACTIVE",
        "/clients?identifier=CIK:0000004711",
        "/directory/people?name=ab"
      })
  void aPortfolioWalksAnIndexToo(String list) throws SQLException {
    assertThat(plan("portfolio", statementOf(technician, list))).doesNotContain("Seq Scan");
  }

  @Test
  void aPortfolioOfFiftyHoldsFifty() {
    get(technician, msp.path() + "/clients?limit=200").then().body("items", hasSize(50));
    Response people = get(technician, msp.path() + "/directory/people?limit=200");
    // Two of each client, the MSP's admin and the technician.
    people.then().statusCode(200).body("items", hasSize(50 * PEOPLE / CLIENTS + 2));
    assertThat(people.<List<String>>path("items.findAll { it.side == 'MSP' }.id")).hasSize(2);
  }

  @Test
  void aSearchTakesAsManyStatementsAsAList() {
    for (String list :
        List.of(
            "/clients?name=a&status=ACTIVE&filerStatus=ACCELERATED&identifier=CIK:0000004711",
            "/directory/people?name=ab&limit=200")) {
      SqlStatements.atMost(4, () -> get(msp.admin(), msp.path() + list).then().statusCode(200));
    }
  }

  /** The last statement of a request is the list's own. */
  private static String statementOf(String caller, String list) {
    List<String> statements =
        SqlStatements.during(() -> get(caller, msp.path() + list).then().statusCode(200));
    return statements.getLast();
  }

  private static String plan(String role, String statement) throws SQLException {
    try (Connection app = TestDatabase.as("app");
        var explain = app.createStatement()) {
      explain.execute("set role tenants_" + role);
      explain.execute(
          "select set_config('app.msp_id', '%s', false), set_config('app.client_ids', '{%s}', false)"
              .formatted(msp.id(), String.join(",", fifty(msp))));
      explain.execute("set plan_cache_mode = force_generic_plan");
      explain.execute("prepare list as " + statement);
      StringBuilder plan = new StringBuilder();
      try (var row = explain.executeQuery("explain execute list(" + nulls(statement) + ")")) {
        while (row.next()) {
          plan.append(row.getString(1)).append('\n');
        }
      }
      return plan.toString();
    }
  }

  private static String nulls(String statement) {
    int parameters =
        Pattern.compile("\\$(\\d+)")
            .matcher(statement)
            .results()
            .mapToInt(parameter -> Integer.parseInt(parameter.group(1)))
            .max()
            .orElseThrow();
    return String.join(", ", Collections.nCopies(parameters, "null"));
  }
}
