package dev.assay.tenants.filer;

import static dev.assay.tenants.filer.FilerWorld.RULE_SETS;
import static dev.assay.tenants.filer.FilerWorld.enter;
import static dev.assay.tenants.filer.FilerWorld.filer;
import static dev.assay.tenants.filer.FilerWorld.newName;
import static dev.assay.tenants.filer.FilerWorld.path;
import static dev.assay.tenants.filer.FilerWorld.proposal;
import static dev.assay.tenants.filer.FilerWorld.usd;
import static dev.assay.tenants.world.World.OPERATOR;
import static dev.assay.tenants.world.World.get;
import static dev.assay.tenants.world.World.newClient;
import static dev.assay.tenants.world.World.newMsp;
import static dev.assay.tenants.world.World.post;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.tenants.filer.status.Reckoned;
import dev.assay.tenants.world.World.Client;
import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.statement.NothingHalfDone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class FilerSimulationResourceTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Inject CarryRuleSets carrier;

  @Test
  void aPendingRuleSetIsReadAndSimulatedAndNeverDecides() throws Exception {
    String name = newName();
    Client client = newClient(newMsp());
    String admin = client.msp().admin();

    post(OPERATOR, RULE_SETS, proposal(name))
        .then()
        .statusCode(201)
        .header("Location", endsWith(RULE_SETS + "/" + name))
        .body("state", equalTo("PENDING"))
        .body("enteredBy", equalTo(OPERATOR))
        .body("rules.accelerated", nullValue())
        .body("rules.largeAccelerated.entryYears", equalTo(2));

    // Its proposed day lies before the year's end, and still the rules in force decide.
    enter(client, 2025, filer(2025, 900, 2000))
        .then()
        .body("status.ruleSet", equalTo("filer-status-2022"))
        .body("status.filerStatus", equalTo("LARGE_ACCELERATED"));
    carrier.carry();
    get(admin, client.path()).then().body("filerStatus", equalTo("LARGE_ACCELERATED"));
    get(admin, path(client, 2025)).then().body("status.ruleSet", equalTo("filer-status-2022"));

    String simulations = client.path() + "/filer-status-simulations";
    NothingHalfDone.by(
        () ->
            post(admin, simulations, Map.of("fiscalYear", 2025, "ruleSet", name))
                .then()
                .statusCode(200)
                .body("ruleSetState", equalTo("PENDING"))
                .body("simulated.ruleSet", equalTo(name))
                .body("simulated.filerStatus", equalTo("NON_ACCELERATED"))
                .body("simulated.auditor404b", equalTo(false))
                .body("inForce.ruleSet", equalTo("filer-status-2022"))
                .body("inForce.auditor404b", equalTo(true)));
    Map<String, Object> giant = filer(2025, 2000, 9000);
    giant.put("previousPublicFloat", usd(2000));
    giant.put("monthsReporting", 60);
    Response supposed =
        post(admin, simulations, Map.of("fiscalYear", 2025, "ruleSet", name, "profile", giant));
    supposed.then().body("simulated.filerStatus", equalTo("LARGE_ACCELERATED"));
    Reckoned.again(JSON.readTree(supposed.asString()).required("simulated"));
    Reckoned.again(JSON.readTree(supposed.asString()).required("inForce"));
    giant.put("monthsReporting", 59);
    post(admin, simulations, Map.of("fiscalYear", 2025, "ruleSet", name, "profile", giant))
        .then()
        .body("simulated.filerStatus", equalTo("NON_ACCELERATED"));
  }

  @Test
  void aSimulationSupposesYearsToCome() {
    Client client = newClient(newMsp());

    post(
            client.msp().admin(),
            client.path() + "/filer-status-simulations",
            Map.of("fiscalYear", 2060, "profile", filer(2060, 900, 2000)))
        .then()
        .statusCode(200)
        .body("ruleSetState", equalTo("ADOPTED"))
        .body("simulated.filerStatus", equalTo("LARGE_ACCELERATED"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'fiscalYear': 2025} | /profile",
        "{'fiscalYear': 2025, 'ruleSet': 'no-such-rules', 'profile':"
            + " {'registration': 'NOT_A_FILER'}} | /ruleSet",
        "{'profile': {'registration': 'NOT_A_FILER'}} | /fiscalYear",
        "{'fiscalYear': 1, 'profile': {'registration': 'NOT_A_FILER'}} | /fiscalYear",
        "{'fiscalYear': 2025, 'profile': {'registration': 'REPORTING'}} | /profile/revenue",
        "{'fiscalYear': 2025, 'profile': {'registration': 'REPORTING', 'revenue':"
            + " {'amountMinor': -1, 'currency': 'USD'}}} | /profile/revenue/amountMinor"
      })
  void aSimulationOfWhatCannotBeIsRefused(String body, String pointer) {
    Client client = newClient(newMsp());

    post(client.msp().admin(), client.path() + "/filer-status-simulations", body.replace('\'', '"'))
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem(pointer));
  }
}
