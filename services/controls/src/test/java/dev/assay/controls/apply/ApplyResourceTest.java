package dev.assay.controls.apply;

import static dev.assay.controls.world.Engagement.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.controls.world.Engagement;
import dev.assay.controls.world.World;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.statement.NothingHalfDone;
import dev.assay.testing.statement.SqlStatements;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ApplyResourceTest {

  private static final String ALL = "{\"selection\":{\"all\":true}}";

  @BeforeAll
  static void world() {
    World.reset();
  }

  @Test
  void appliesTheWholeLibraryOnce() {
    var engagement = new Engagement();

    var first = engagement.apply(ALL);
    var second = engagement.apply(ALL);

    first.then().statusCode(200);
    assertThat(first.jsonPath().getList("added")).hasSize(72).startsWith("AM-01");
    assertThat(first.jsonPath().getList("alreadyThere")).isEmpty();
    assertThat(second.jsonPath().getList("added")).isEmpty();
    assertThat(second.jsonPath().getList("alreadyThere")).hasSize(72);
    assertThat(second.jsonPath().getString("applicationId")).isNull();
  }

  @Test
  void takesAsManyStatementsForAllControlsAsForOne() {
    var one = new Engagement();
    var all = new Engagement();
    String ofOne = withSystem("\"controlIds\":[\"AM-04\"]", one.system);
    String ofAll = withSystem("\"all\":true", all.system);

    int forOne = SqlStatements.during(() -> one.apply(ofOne)).size();
    List<String> forAll = SqlStatements.during(() -> all.apply(ofAll));

    // Scope, key, lock, look, application, controls, systems, audit event, stored answer.
    assertThat(forAll).hasSize(9).hasSize(forOne);
  }

  @Test
  void appliesADomainThenOnlyWhatIsMissing() {
    var engagement = new Engagement();
    engagement.applyControls("CM-01");

    var answer = engagement.apply("{\"selection\":{\"domains\":[\"CM\",\"BR\"]}}");

    assertThat(answer.jsonPath().getList("added")).hasSize(12 + 6).doesNotContain("CM-01");
    assertThat(answer.jsonPath().getList("alreadyThere")).isEqualTo(List.of("CM-01"));
  }

  @Test
  void linksSystemsToControlsThatWereThereBefore() {
    var engagement = new Engagement();
    engagement.applyControls("AM-04", "AM-05");

    var answer = engagement.apply(withSystem("\"controlIds\":[\"AM-04\"]", engagement.system));
    var again = engagement.apply(withSystem("\"controlIds\":[\"AM-04\"]", engagement.system));

    assertThat(answer.jsonPath().getInt("systemsAdded")).isEqualTo(1);
    assertThat(again.jsonPath().getInt("systemsAdded")).isZero();
    assertThat(systemsOf(engagement, "AM-04")).isEqualTo(List.of(engagement.system.toString()));
    assertThat(systemsOf(engagement, "AM-05")).isEmpty();
  }

  @Test
  void repeatsItsAnswerForTheSameKey() {
    var engagement = new Engagement();
    String key = UUID.randomUUID().toString();

    var first = applyWith(engagement, key, ALL);
    var second = applyWith(engagement, key, ALL);

    assertThat(second.jsonPath().getList("added")).hasSize(72);
    assertThat(second.asString()).isEqualTo(first.asString());
    Problems.expect(
        applyWith(engagement, key, "{\"selection\":{\"domains\":[\"AM\"]}}"),
        422,
        "idempotency-key-reused");
  }

  @Test
  void refusesASystemOfNobodyKnown() {
    var engagement = new Engagement();

    NothingHalfDone.by(
        () -> {
          var body =
              Problems.expect(
                  engagement.apply(withSystem("\"all\":true", UUID.randomUUID())),
                  400,
                  "invalid-request");
          assertThat(body.at("/errors/0/pointer").asText()).isEqualTo("/systemIds/0");
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"selection\":null}",
        "{\"selection\":{}}",
        "{\"selection\":{\"all\":false}}",
        "{\"selection\":{\"all\":true,\"domains\":[\"AM\"]}}",
        "{\"selection\":{\"domains\":[]}}",
        "{\"selection\":{\"domains\":[null]}}",
        "{\"selection\":{\"controlIds\":[\"AM-99\"]}}",
        "{\"selection\":{\"all\":true},\"systemIds\":[null]}",
      })
  void refusesASelectionThatIsNoneAndChangesNothing(String body) {
    var engagement = new Engagement();

    NothingHalfDone.by(() -> Problems.expect(engagement.apply(body), 400, "invalid-request"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"selection\":{\"all\":\"yes\"}}",
        "{\"selection\":{\"domains\":[\"XX\"]}}",
        "{\"selection\":{\"all\":true},\"systemIds\":[\"x\"]}",
        "{\"selection\":{\"al\":true}}",
      })
  void refusesWhatItCannotRead(String body) {
    var engagement = new Engagement();

    NothingHalfDone.by(
        () -> assertThat(engagement.apply(body).statusCode()).as(body).isEqualTo(400));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1999", "2101"})
  void refusesAYearThatCannotBe(String year) {
    var engagement = new Engagement();

    Problems.expect(
        Engagement.once(engagement.technician)
            .body(ALL)
            .post("/v1/clients/" + engagement.client + "/years/" + year + "/controls/apply"),
        400,
        "invalid-request");
  }

  private static io.restassured.response.Response applyWith(
      Engagement engagement, String key, String body) {
    return as(engagement.technician)
        .header("Idempotency-Key", key)
        .body(body)
        .post(engagement.yearPath() + "/controls/apply");
  }

  private static String withSystem(String selection, UUID system) {
    return "{\"selection\":{%s},\"systemIds\":[\"%s\"]}".formatted(selection, system);
  }

  private static List<String> systemsOf(Engagement engagement, String control) {
    return as(engagement.technician)
        .get(engagement.control(control))
        .jsonPath()
        .getList("systemIds");
  }
}
