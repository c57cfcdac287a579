package dev.assay.controls.readiness;

import static dev.assay.controls.world.Engagement.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.controls.world.Engagement;
import dev.assay.controls.world.World;
import dev.assay.testing.stack.TestDatabase;
import dev.assay.testing.statement.SqlStatements;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReadinessInputsResourceTest {

  @BeforeAll
  static void world() {
    World.reset();
  }

  @Test
  void givesAllThatReadinessNeeds() {
    var engagement = new Engagement();
    engagement.applyControls("AM-04", "AM-05", "CM-01");
    engagement.assign("AM-04");
    engagement.assign("CM-01");
    engagement.concludeAndAccept("AM-04", "EFFECTIVE");
    engagement
        .conclude(engagement.technician, "CM-01", "EFFECTIVE", engagement.file("SEALED"))
        .then()
        .statusCode(201);

    var inputs = as(engagement.executive).get(engagement.yearPath() + "/readiness-inputs");

    inputs.then().statusCode(200);
    var json = inputs.jsonPath();
    assertThat(json.getList("controls.controlId")).containsExactly("AM-04", "AM-05", "CM-01");
    assertThat(json.getList("controls.status"))
        .containsExactly("EFFECTIVE", "NOT_STARTED", "NOT_STARTED");
    assertThat(json.getList("controls.awaitingReview")).containsExactly(false, false, true);
    assertThat(json.getList("controls.evidenceCount")).containsExactly(1, 0, 0);
    assertThat(json.getString("controls[0].conclusionId")).isNotNull();
    assertThat(json.getString("controls[0].ownerPersonId"))
        .isEqualTo(engagement.owner.personId().toString());
    assertThat(json.getString("controls[0].dueOn")).isEqualTo("2026-12-15");
    assertThat(json.getString("controls[0].title")).isNotBlank();
    assertThat(json.getString("controls[1].ownerPersonId")).isNull();
    assertThat(json.getString("controls[0].earlierSeverity")).isNull();
    assertThat(json.getInt("conclusionsAwaitingReview")).isEqualTo(1);
    assertThat(json.getBoolean("scopingApproved")).isFalse();
    assertThat(json.getString("scopingReason")).isNotBlank();
  }

  @Test
  void takesThreeStatementsForAWholeYear() {
    var engagement = new Engagement();
    engagement.apply("{\"selection\":{\"all\":true}}");
    var path = engagement.yearPath() + "/readiness-inputs";
    as(engagement.executive).get(path);

    // The scope, the year's scope approval, the year's controls.
    SqlStatements.atMost(3, () -> as(engagement.executive).get(path).then().statusCode(200));
  }

  @Test
  void isEmptyForAYearWithoutControls() {
    var engagement = new Engagement();

    var json = as(engagement.executive).get(engagement.yearPath() + "/readiness-inputs").jsonPath();

    assertThat(json.getList("controls")).isEmpty();
    assertThat(json.getBoolean("scopingApproved")).isFalse();
  }

  @Test
  void readsAnApprovedScopeFromItsRow() throws SQLException {
    var engagement = new Engagement();
    try (var superuser = TestDatabase.superuser();
        var insert =
            superuser.prepareStatement("insert into scope_approval values (?, ?, ?, ?, now())")) {
      insert.setObject(1, engagement.msp);
      insert.setObject(2, engagement.client);
      insert.setInt(3, engagement.year);
      insert.setObject(4, UUID.randomUUID());
      insert.execute();
    }

    var json = as(engagement.executive).get(engagement.yearPath() + "/readiness-inputs").jsonPath();

    assertThat(json.getBoolean("scopingApproved")).isTrue();
    assertThat(json.getString("scopingReason")).isNull();
  }
}
