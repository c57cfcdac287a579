package dev.assay.controls;

import static dev.assay.controls.world.Engagement.as;
import static dev.assay.controls.world.Engagement.once;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.controls.world.Engagement;
import dev.assay.controls.world.Someone;
import dev.assay.controls.world.World;
import dev.assay.testing.isolation.ClientsMove;
import dev.assay.testing.isolation.TenantIsolation;
import dev.assay.testing.isolation.TenantRows;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.stack.TestDatabase;
import dev.assay.testing.statement.NothingHalfDone;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ControlsTenantIsolationTest {

  private static final List<String> OURS =
      List.of(
          "library_application",
          "client_control",
          "client_control_system",
          "conclusion",
          "conclusion_evidence",
          "conclusion_review");

  private Engagement ours;
  private Engagement sibling;
  private Engagement foreign;
  private String conclusion;

  @BeforeEach
  void clients() {
    World.reset();
    ours = new Engagement();
    sibling = new Engagement(ours.msp);
    foreign = new Engagement();
    for (Engagement client : List.of(sibling, foreign)) {
      client.applyControls("AM-04");
      client.assign("AM-04");
    }
    ours.apply(
            "{\"selection\":{\"controlIds\":[\"AM-04\"]},\"systemIds\":[\"%s\"]}"
                .formatted(ours.system))
        .then()
        .statusCode(200);
    ours.assign("AM-04");
    conclusion =
        ours.conclude(ours.technician, "AM-04", "EFFECTIVE", ours.file("SEALED"))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    ours.review(ours.reviewer, "AM-04", conclusion, "ACCEPTED").then().statusCode(200);
  }

  @Test
  void keepsEveryTableBehindItsPolicy() {
    TenantIsolation.except(Map.of())
        .appendOnly("conclusion", "conclusion_evidence", "conclusion_review", "library_application")
        .verify();
  }

  @Test
  void givesNoOtherScopeAnyOfItsRows() {
    TenantRows.of(ours.msp, ours.client)
        .except(Map.of("scope_approval", "nothing writes one yet"))
        .verify();
  }

  @Test
  void letsAllThatIsAClientsFollowItToAnotherMsp() {
    ClientsMove.everyTableFollowsBut(Map.of());
  }

  @Test
  void answersStrangersAsIfTheClientDidNotExist() {
    Someone stranger = foreign.technician;
    String nobody = "/v1/clients/" + UUID.randomUUID() + "/years/2026";

    NothingHalfDone.by(
        () -> {
          for (String place : List.of(ours.yearPath(), nobody)) {
            String control = place + "/controls/AM-04";
            for (var answer :
                List.of(
                    as(stranger).get(place + "/controls"),
                    as(stranger).get(control),
                    as(stranger).get(control + "/conclusions"),
                    as(stranger).get(control + "/conclusions/" + conclusion),
                    as(stranger).get(place + "/readiness-inputs"),
                    once(stranger)
                        .body("{\"selection\":{\"all\":true}}")
                        .post(place + "/controls/apply"),
                    as(stranger)
                        .header("If-Match", "\"v1\"")
                        .body("{}")
                        .put(control + "/assignment"),
                    once(stranger)
                        .body(
                            "{\"status\":\"INEFFECTIVE\",\"reason\":\"r\",\"concludedOn\":\"2026-11-02\"}")
                        .post(control + "/conclusions"),
                    once(stranger)
                        .body("{\"decision\":\"ACCEPTED\"}")
                        .post(control + "/conclusions/" + conclusion + "/review"))) {
              Problems.expect(answer, 404, "not-found");
              assertThat(Problems.withoutRequestId(answer))
                  .isEqualTo(Problems.withoutRequestId(as(stranger).get(nobody + "/controls")));
            }
          }
        });
  }

  @Test
  void answersAlikeForTheIdOfAnotherClientsConclusion() {
    var theirs =
        as(sibling.technician).get(sibling.control("AM-04") + "/conclusions/" + conclusion);
    var nobodys =
        as(sibling.technician).get(sibling.control("AM-04") + "/conclusions/" + UUID.randomUUID());

    Problems.expect(theirs, 404, "not-found");
    assertThat(Problems.withoutRequestId(theirs)).isEqualTo(Problems.withoutRequestId(nobodys));
  }

  @Test
  void showsAClientItsOwnRowsOnly() throws SQLException {
    for (String table : OURS) {
      try (Connection own = TestDatabase.inClient(ours.msp, ours.client);
          Connection mixed = TestDatabase.inClient(foreign.msp, ours.client);
          Connection none = TestDatabase.as("app")) {
        assertThat(count(own, table)).as(table).isEqualTo(1);
        assertThat(count(mixed, table)).as("another MSP's " + table).isZero();
        assertThat(count(none, table)).as(table + " without a scope").isZero();
      }
    }
    try (Connection own = TestDatabase.inClient(ours.msp, ours.client);
        Connection none = TestDatabase.as("app")) {
      assertThat(count(own, "control_standing")).isEqualTo(1);
      assertThat(count(none, "control_standing")).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update conclusion set status = 'INEFFECTIVE'",
        "delete from conclusion",
        "update conclusion_evidence set sha256 = repeat('0', 64)",
        "delete from conclusion_evidence",
        "update conclusion_review set decision = 'ACCEPTED'",
        "delete from conclusion_review",
        "delete from client_control",
        "update client_control set key = false",
        "delete from client_control_system",
        "delete from library_application",
        "insert into scope_approval values (default, default, 2026, gen_random_uuid(), now())",
        "truncate conclusion cascade"
      })
  void changesNothingThatMustStand(String sql) throws SQLException {
    try (Connection connection = TestDatabase.inClient(ours.msp, ours.client);
        var statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("permission denied");
    }
  }

  @Test
  void keepsIndependenceInTheDatabaseToo() throws SQLException {
    try (Connection connection = TestDatabase.inClient(ours.msp, ours.client);
        var statement = connection.createStatement()) {
      assertThatThrownBy(
              () ->
                  statement.execute(
                      """
                      insert into conclusion (id, client_control_id, number, status, reason,
                        concluded_on, concluded_by_person_id, operator_person_id, recorded_at)
                      select gen_random_uuid(), id, 2, 'EFFECTIVE', 'r', current_date,
                        operator_person_id, operator_person_id, now() from client_control
                      """))
          .hasMessageContaining("concluder_does_not_operate");
      statement.execute(
          """
          insert into conclusion (id, client_control_id, number, status, reason,
            concluded_on, concluded_by_person_id, operator_person_id, recorded_at)
          select gen_random_uuid(), id, 2, 'INEFFECTIVE', 'r', current_date,
            gen_random_uuid(), operator_person_id, now() from client_control
          """);
      assertThatThrownBy(
              () ->
                  statement.execute(
                      """
                      insert into conclusion_review (conclusion_id, decision,
                        reviewed_by_person_id, reviewed_at, concluded_by_person_id)
                      select id, 'ACCEPTED', concluded_by_person_id, now(), concluded_by_person_id
                      from conclusion where number = 2
                      """))
          .hasMessageContaining("reviewer_did_not_conclude");
    }
  }

  @Test
  void showsAFleetItsMspOnlyAndAPortfolioItsClientsOnly() throws SQLException {
    assertThat(countAs("fleet", "")).isEqualTo(2);
    assertThat(countAs("portfolio", "{" + sibling.client + "," + foreign.client + "}"))
        .isEqualTo(1);
    assertThat(countAs("portfolio", "")).isZero();
  }

  private long countAs(String role, String clients) throws SQLException {
    try (Connection connection = TestDatabase.inMsp(ours.msp);
        var set = connection.prepareStatement("select set_config('app.client_ids', ?, false)");
        var enter = connection.createStatement()) {
      set.setString(1, clients);
      set.execute();
      enter.execute("set role controls_" + role);
      return count(connection, "control_standing");
    }
  }

  private static long count(Connection connection, String table) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("select count(*) from " + table)) {
      row.next();
      return row.getLong(1);
    }
  }
}
