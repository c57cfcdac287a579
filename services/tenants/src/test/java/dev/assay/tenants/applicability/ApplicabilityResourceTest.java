package dev.assay.tenants.applicability;

import static dev.assay.tenants.filer.FilerWorld.enter;
import static dev.assay.tenants.filer.FilerWorld.enterKinds;
import static dev.assay.tenants.filer.FilerWorld.filer;
import static dev.assay.tenants.world.World.atClient;
import static dev.assay.tenants.world.World.get;
import static dev.assay.tenants.world.World.newClient;
import static dev.assay.tenants.world.World.newMsp;
import static dev.assay.tenants.world.World.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.tenants.world.AuditLog;
import dev.assay.tenants.world.World.Client;
import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.statement.NothingHalfDone;
import dev.assay.testing.statement.SqlStatements;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class ApplicabilityResourceTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** From the strongest on. */
  private static final List<String> EFFECTS =
      List.of("APPLIES", "UNKNOWN", "NOT_YET", "THROUGH_OTHERS", "DOES_NOT_APPLY");

  private Client client;
  private String admin;
  private String path;

  @BeforeEach
  void onboard() {
    client = newClient(newMsp());
    admin = client.msp().admin();
    path = client.path() + "/applicability";
  }

  private static Map<String, Object> kinds(List<Map<String, String>> kinds) {
    return Map.of("kinds", kinds, "reason", "As registered.");
  }

  @Test
  void ofAClientOfWhichNothingIsRecordedLittleIsKnown() {
    get(admin, path)
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"v0\""))
        .body("version", equalTo(0))
        .body("enteredBy", nullValue())
        .body("provisions", hasSize(7))
        .body("provisions.find { it.provision == 'SECTION_302' }.effect", equalTo("UNKNOWN"))
        .body("provisions.find { it.provision == 'SECTION_802_1519' }.effect", equalTo("APPLIES"));
  }

  @Test
  void tellsWhatBindsAnIssuerByItsFilerStatus() throws Exception {
    enterKinds(client, "ISSUER", "2020-03-01")
        .then()
        .header("ETag", equalTo("\"v1\""))
        .body("provisions.find { it.provision == 'SECTION_404B' }.effect", equalTo("UNKNOWN"));
    enter(client, 2024, filer(2024, 300, 400));
    enter(client, 2025, filer(2025, 300, 400));

    Response answer = get(admin, path + "?asOf=2026-02-01");

    answer
        .then()
        .statusCode(200)
        .body("asOf", equalTo("2026-02-01"))
        .body("ruleSet", equalTo("sox-applicability-1"))
        .body("kinds.kind", contains("ISSUER"))
        .body("filerYears.fiscalYearEnd", contains("2024-12-31", "2025-12-31"))
        .body("provisions.find { it.provision == 'SECTION_302' }.from", equalTo("2020-03-01"))
        .body("provisions.find { it.provision == 'SECTION_404B' }.effect", equalTo("APPLIES"))
        .body("provisions.find { it.provision == 'SECTION_404B' }.from", equalTo("2024-12-31"))
        .body(
            "provisions.find { it.provision == 'SECTION_404B' }.reasons[0].source",
            equalTo("15 USC 7262(b) and (c); 17 CFR 240.12b-2"));
    reckonAgain(answer);
  }

  @Test
  void severalKindsHoldAtTheirTimes() throws Exception {
    put(
            admin,
            path,
            "\"v0\"",
            kinds(
                List.of(
                    Map.of("kind", "SERVICE_PROVIDER", "from", "2012-01-01"),
                    Map.of("kind", "IPO_PREPARATION", "from", "2021-05-01", "to", "2022-09-14"),
                    Map.of("kind", "ISSUER", "from", "2022-09-15", "to", "2025-06-30"),
                    Map.of("kind", "WHOLLY_OWNED_SUBSIDIARY", "from", "2025-07-01"))))
        .then()
        .statusCode(200)
        .body(
            "kinds.kind",
            contains("SERVICE_PROVIDER", "IPO_PREPARATION", "ISSUER", "WHOLLY_OWNED_SUBSIDIARY"));
    enter(client, 2023, filer(2023, 300, 400));

    for (Map.Entry<String, String> expected :
        Map.of(
                "2021-04-30", "THROUGH_OTHERS",
                "2021-05-01", "NOT_YET",
                "2022-09-15", "APPLIES",
                "2025-06-30", "APPLIES",
                "2025-07-01", "THROUGH_OTHERS")
            .entrySet()) {
      Response answer = get(admin, path + "?asOf=" + expected.getKey());
      answer
          .then()
          .body(
              "provisions.find { it.provision == 'SECTION_302' }.effect",
              equalTo(expected.getValue()));
      reckonAgain(answer);
    }
  }

  /** From the answer alone: the reasons from the kinds and years, each effect from its reasons. */
  private static void reckonAgain(Response response) throws Exception {
    JsonNode answer = JSON.readTree(response.asString());
    String day = answer.required("asOf").asText();
    List<String> holding = new ArrayList<>();
    answer
        .required("kinds")
        .forEach(
            kind -> {
              boolean begun = kind.required("from").asText().compareTo(day) <= 0;
              if (begun && (!kind.has("to") || kind.get("to").asText().compareTo(day) >= 0)) {
                holding.add(kind.required("kind").asText());
              }
            });
    assertThat(holding).isNotEmpty();
    for (JsonNode provision : answer.required("provisions")) {
      List<String> kinds = new ArrayList<>();
      int strongest = EFFECTS.size();
      for (JsonNode reason : provision.required("reasons")) {
        kinds.add(reason.required("kind").asText());
        String effect = reason.required("effect").asText();
        assertThat(effect).isEqualTo(effectOf(provision, reason, answer, day));
        strongest = Math.min(strongest, EFFECTS.indexOf(effect));
      }
      assertThat(kinds).containsExactlyInAnyOrderElementsOf(holding);
      assertThat(provision.required("effect").asText()).isEqualTo(EFFECTS.get(strongest));
    }
  }

  private static String effectOf(JsonNode provision, JsonNode reason, JsonNode answer, String day) {
    String table = reason.required("table").asText();
    if (!table.equals("BY_FILER_STATUS")) {
      return table;
    }
    JsonNode telling = null;
    for (JsonNode year : answer.required("filerYears")) {
      String end = year.required("fiscalYearEnd").asText();
      String dayAYearLater = (Integer.parseInt(day.substring(0, 4)) + 1) + day.substring(4);
      String endAYearLater = (Integer.parseInt(end.substring(0, 4)) + 1) + end.substring(4);
      boolean current = end.compareTo(day) >= 0 && end.compareTo(dayAYearLater) < 0;
      boolean last = end.compareTo(day) < 0 && endAYearLater.compareTo(day) >= 0;
      if (current || (telling == null && last)) {
        telling = year;
      }
    }
    if (telling == null || telling.required("filerStatus").asText().equals("NOT_A_FILER")) {
      return "UNKNOWN";
    }
    String asked =
        provision.required("provision").asText().equals("SECTION_404A")
            ? "management404a"
            : "auditor404b";
    if (telling.required(asked).asBoolean()) {
      return "APPLIES";
    }
    return telling.required("filerStatus").asText().equals("NEWLY_PUBLIC")
        ? "NOT_YET"
        : "DOES_NOT_APPLY";
  }

  @Test
  void aNewListNeedsTheOneThatWasReadAndIsAudited() {
    var issuer = kinds(List.of(Map.of("kind", "ISSUER", "from", "2020-03-01")));
    put(admin, path, null, issuer).then().statusCode(428);
    put(admin, path, "\"v1\"", issuer).then().statusCode(412);
    put(admin, path, "\"v0\"", issuer).then().statusCode(200);
    put(admin, path, "\"v0\"", issuer).then().statusCode(412);

    put(admin, path, "\"v1\"", kinds(List.of()))
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"v2\""))
        .body("kinds", hasSize(0))
        .body("enteredBy", equalTo(admin));

    assertThat(AuditLog.events(client.id(), "entity-kinds.entered")).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'kinds': [{'kind': 'ISSUER', 'from': '2020-01-01'},"
            + " {'kind': 'FOREIGN_PRIVATE_ISSUER', 'from': '2024-01-01'}], 'reason': 'A'} |"
            + " /kinds/1",
        "{'kinds': [{'kind': 'ISSUER', 'from': '2020-01-01'},"
            + " {'kind': 'ISSUER', 'from': '2024-01-01'}], 'reason': 'A'} | /kinds/1",
        "{'kinds': [{'kind': 'ISSUER', 'from': '2020-01-01', 'to': '2019-12-31'}],"
            + " 'reason': 'A'} | /kinds/0/to",
        "{'kinds': [{'kind': 'ISSUER', 'from': '2021-02-29'}], 'reason': 'A'} | /kinds/0/from",
        "{'kinds': [{'kind': 'ISSUER'}], 'reason': 'A'} | /kinds/0/from",
        "{'kinds': [{'kind': 'BANK', 'from': '2020-01-01'}], 'reason': 'A'} | /kinds/0/kind",
        "{'kinds': [], 'reason': ' '} | /reason",
        "{'reason': 'A'} | /kinds"
      })
  void refusesKindsThatCannotBe(String body, String pointer) {
    NothingHalfDone.by(
        () ->
            put(admin, path, "\"v0\"", body.replace('\'', '"'))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem(pointer)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-30", "yesterday", "20260101", "2012-04-04", "1999-12-31"})
  void refusesADayThatIsNoneOrBeforeTheTables(String day) {
    get(admin, path + "?asOf=" + day)
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItems("?asOf"));
  }

  @Test
  void nobodyReadsAnotherClientsApplicability() {
    enterKinds(client, "ISSUER", "2020-03-01");
    Client other = newClient(newMsp("Harbour Gate IT (demo)"));

    Problems.expect(get(other.msp().admin(), path), 404, "not-found");
    get(other.msp().admin(), other.path() + "/applicability").then().body("kinds", hasSize(0));
  }

  @Test
  void readsTakeAFixedNumberOfStatements() {
    enterKinds(client, "ISSUER", "2020-03-01");
    for (int year = 2021; year <= 2025; year++) {
      enter(client, year, filer(year, 300, 400));
    }
    String technician = atClient(client, "MSP_TECHNICIAN");

    // Two bindings and the grant; the version, its kinds, the zone, the years, the rules.
    SqlStatements.atMost(8, () -> get(technician, path).then().statusCode(200));
  }
}
