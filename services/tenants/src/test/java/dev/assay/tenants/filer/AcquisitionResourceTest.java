package dev.assay.tenants.filer;

import static dev.assay.tenants.world.World.newClient;
import static dev.assay.tenants.world.World.newMsp;
import static dev.assay.tenants.world.World.post;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.assay.tenants.world.World.Client;
import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.statement.NothingHalfDone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class AcquisitionResourceTest {

  private Client client;

  @BeforeEach
  void onboard() {
    client = newClient(newMsp());
  }

  private Response check(String acquired, String year, String before) {
    return post(
        client.msp().admin(),
        client.path() + "/acquisition-exclusion-checks",
        "{\"acquiredOn\":\"%s\",\"fiscalYear\":%s,\"annualReportsAlreadyExcluding\":%s}"
            .formatted(acquired, year, before));
  }

  @ParameterizedTest
  @CsvSource({
    "2025-12-31, 2026, 0, true, WITHIN_LIMITS, 2026-12-31",
    "2025-12-30, 2026, 0, false, OVER_ONE_YEAR, 2026-12-30",
    "2026-03-01, 2026, 1, false, ALREADY_EXCLUDED_ONCE, 2027-03-01",
    "2027-01-01, 2026, 0, false, NOT_YET_ACQUIRED, 2028-01-01"
  })
  void tellsWithItsRulesAndInputs(
      String acquired, String year, String before, boolean may, String reason, String lastDay) {
    NothingHalfDone.by(
        () ->
            check(acquired, year, before)
                .then()
                .statusCode(200)
                .body("ruleSet", equalTo("filer-status-2022"))
                .body("rules.years", equalTo(1))
                .body("rules.annualReports", equalTo(1))
                .body("acquiredOn", equalTo(acquired))
                .body("fiscalYearEnd", equalTo(year + "-12-31"))
                .body("lastDay", equalTo(lastDay))
                .body("mayExclude", equalTo(may))
                .body("reason", equalTo(reason)));
  }

  @ParameterizedTest
  @CsvSource({
    "2025-02-29, 2025, 0, /acquiredOn",
    "0001-01-01, 2025, 0, /acquiredOn",
    "2025-01-01, 1, 0, /fiscalYear",
    "2025-01-01, null, 0, /fiscalYear",
    "2025-01-01, 2025, -1, /annualReportsAlreadyExcluding",
    "2025-01-01, 2025, null, /annualReportsAlreadyExcluding"
  })
  void refusesWhatCannotBe(String acquired, String year, String before, String pointer) {
    check(acquired, year, before).then().statusCode(400).body("errors.pointer", hasItem(pointer));
  }

  @Test
  void hasNoAnswerBeforeTheRules() {
    Problems.expect(check("2018-01-01", "2018", "0"), 422, "no-rules-in-force");
  }
}
