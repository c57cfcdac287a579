package dev.assay.tenants.filer;

import static dev.assay.tenants.filer.FilerWorld.enter;
import static dev.assay.tenants.filer.FilerWorld.filer;
import static dev.assay.tenants.filer.FilerWorld.path;
import static dev.assay.tenants.world.World.get;
import static dev.assay.tenants.world.World.newClient;
import static dev.assay.tenants.world.World.newMsp;
import static dev.assay.tenants.world.World.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.tenants.world.World.Client;
import dev.assay.tenants.world.World.Msp;
import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.statement.NothingHalfDone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class FilerProfileInputTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Msp msp;
  private Client client;

  @BeforeEach
  void onboard() {
    msp = newMsp();
    client = newClient(msp);
  }

  private static JsonNode statusIn(Response answer) throws Exception {
    return JSON.readTree(answer.asString()).required("status");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'publicFloat': {'amountMinor': -1, 'currency': 'USD'} | /publicFloat/amountMinor",
        "'publicFloat': {'amountMinor': 9007199254740992, 'currency': 'USD'} |"
            + " /publicFloat/amountMinor",
        "'publicFloat': {'amountMinor': 1, 'currency': 'EUR'} | /publicFloat/currency",
        "'publicFloat': {'amountMinor': 1, 'currency': 'usd'} | /publicFloat/currency",
        "'publicFloat': {'amountMinor': 1} | /publicFloat/currency",
        "'revenue': {'amountMinor': -1, 'currency': 'USD'} | /revenue/amountMinor",
        "'revenue': {'amountMinor': 1, 'currency': 'GBP'} | /revenue/currency",
        "'previousRevenue': {'amountMinor': -1, 'currency': 'USD'} | /previousRevenue/amountMinor",
        "'previousPublicFloat': {'amountMinor': 1, 'currency': 'JPY'} |"
            + " /previousPublicFloat/currency",
        "'nonConvertibleDebt': {'amountMinor': -5, 'currency': 'USD'} |"
            + " /nonConvertibleDebt/amountMinor",
        "'revenue': {'amountMinor': 1.5, 'currency': 'USD'} | /revenue/amountMinor",
        "'revenue': {'amountMinor': '1', 'currency': 'USD'} | /revenue/amountMinor",
        "'revenue': 400 | /revenue",
        "'revenue': null | /revenue",
        "'registration': null | /registration",
        "'registration': 'MAYBE' | /registration",
        "'monthsReporting': -1 | /monthsReporting",
        "'annualReportsFiledBefore': -1 | /annualReportsFiledBefore",
        "'annualReportsFiledBefore': 0, 'previousStatus': 'ACCELERATED' | /previousStatus",
        "'previousStatus': 'NEWLY_PUBLIC' | /previousStatus",
        "'publicFloatMeasuredOn': null | /publicFloatMeasuredOn",
        "'publicFloatMeasuredOn': '2025-06-31' | /publicFloatMeasuredOn",
        "'publicFloatMeasuredOn': '2025-06-28' | /publicFloatMeasuredOn",
        "'publicFloatMeasuredOn': '2026-01-02' | /publicFloatMeasuredOn",
        "'publicFloatMeasuredOn': '2024-12-31' | /publicFloatMeasuredOn",
        "'publicFloat': null | /publicFloat",
        "'egcClaimed': null | /egcClaimed",
        "'ipoDate': '2026-01-01' | /ipoDate",
        "'ipoDate': 20210915 | /ipoDate",
        "'registration': 'NOT_A_FILER' | /publicFloat",
        "'surprise': true | /surprise"
      })
  void refusesWhatCannotBeAndKeepsNothing(String change, String pointer) throws Exception {
    ObjectNode profile = JSON.valueToTree(filer(2025, 300, 400));
    JSON.readTree("{" + change.replace('\'', '"') + "}")
        .properties()
        .forEach(field -> profile.set(field.getKey(), field.getValue()));
    String body = profile.toString();

    NothingHalfDone.by(
        () ->
            put(msp.admin(), path(client, 2025), "\"v0\"", body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer)));
  }

  @Test
  void aYearWithoutRulesOrThatHasNotBegunIsRefused() {
    NothingHalfDone.by(
        () -> {
          Problems.expect(
              put(msp.admin(), path(client, 2019), "\"v0\"", filer(2019, 300, 400)),
              422,
              "no-rules-in-force");
          put(msp.admin(), path(client, 2089), "\"v0\"", filer(2089, 300, 400))
              .then()
              .statusCode(400)
              .body("errors.pointer", hasItem("?fiscalYear"));
          for (String year : List.of("0", "1899", "9999", "-2025")) {
            put(
                    msp.admin(),
                    client.path() + "/filer-profiles/" + year,
                    "\"v0\"",
                    filer(2025, 300, 400))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("?fiscalYear"));
          }
        });
    get(msp.admin(), path(client, 2019)).then().statusCode(404);
  }

  @Test
  void nobodyReadsAnotherClientsProfile() {
    enter(client, 2025, filer(2025, 300, 400));
    Client other = newClient(newMsp("Harbour Gate IT (demo)"));

    Response theirs = get(other.msp().admin(), path(client, 2025));

    Problems.expect(theirs, 404, "not-found");
    Response nobodys =
        get(other.msp().admin(), "/v1/clients/" + UUID.randomUUID() + "/filer-profiles/2025");
    assertThat(Problems.withoutRequestId(theirs)).isEqualTo(Problems.withoutRequestId(nobodys));
    get(other.msp().admin(), path(other, 2025)).then().statusCode(404);
    get(other.msp().admin(), other.path() + "/filer-profiles")
        .then()
        .statusCode(200)
        .body("items", empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'egcClaimed':false,'annualReportsFiledBefore':3,'monthsReporting':36,"
            + "'revenue':{'currency':'USD','amountMinor':40000000000},"
            + "'publicFloatMeasuredOn':'2025-06-30',"
            + "'publicFloat':{'amountMinor':30000000000,'currency':'USD'},"
            + "'registration':'REPORTING'}",
        "{'registration':'REPORTING',"
            + "'publicFloat':{'currency':'USD','amountMinor':30000000000},"
            + "'publicFloatMeasuredOn':'2025-06-30',"
            + "'revenue':{'amountMinor':40000000000,'currency':'USD'},"
            + "'monthsReporting':36,'annualReportsFiledBefore':3,'egcClaimed':false}"
      })
  void theOrderInWhichInputsAreSentIsNothing(String profile) throws Exception {
    Response entered = put(msp.admin(), path(client, 2025), "\"v0\"", profile.replace('\'', '"'));

    assertThat(statusIn(entered))
        .isEqualTo(statusIn(enter(newClient(msp), 2025, filer(2025, 300, 400))));
  }
}
