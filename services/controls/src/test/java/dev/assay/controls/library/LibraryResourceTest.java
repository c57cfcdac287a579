package dev.assay.controls.library;

import static dev.assay.controls.world.Engagement.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.controls.world.Someone;
import dev.assay.controls.world.World;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.statement.SqlStatements;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LibraryResourceTest {

  private final Someone anybody = Someone.anybody();

  @BeforeAll
  static void world() {
    World.reset();
  }

  @Test
  void saysWhichVersionsThereAre() {
    var answer = as(anybody).get("/v1/library");

    answer.then().statusCode(200);
    assertThat(answer.jsonPath().getString("current")).isEqualTo("0.2");
    assertThat(answer.jsonPath().getInt("versions[0].controls")).isEqualTo(72);
    assertThat(answer.jsonPath().getInt("versions[0].keyControls")).isEqualTo(41);
    assertThat(answer.jsonPath().getString("versions[0].sha256")).hasSize(64);
    assertThat(answer.jsonPath().getString("licence")).contains("Apache-2.0");
    assertThat(answer.jsonPath().getString("versions[0].note")).contains("own words");
  }

  @Test
  void givesAControlWhole() {
    var answer = as(anybody).get("/v1/library/controls/AM-04");

    answer.then().statusCode(200);
    assertThat(answer.jsonPath().getString("domain")).isEqualTo("AM");
    assertThat(answer.jsonPath().getBoolean("key")).isTrue();
    assertThat(answer.jsonPath().getList("mappings.'TSC-2017'")).isNotEmpty();
    assertThat(answer.jsonPath().getList("evidenceToRequest")).isNotEmpty();
  }

  @Test
  void leadsThroughAllControlsPageByPage() {
    List<String> seen = new ArrayList<>();
    String cursor = null;
    do {
      var request = as(anybody).queryParam("limit", 25);
      if (cursor != null) {
        request.queryParam("cursor", cursor);
      }
      var page = request.get("/v1/library/controls");
      page.then().statusCode(200);
      seen.addAll(page.jsonPath().getList("items.controlId"));
      cursor = page.jsonPath().getString("nextCursor");
    } while (cursor != null);

    assertThat(seen).hasSize(72).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void filtersByDomainAndKey() {
    var answer =
        as(anybody).queryParam("domain", "BR").queryParam("key", true).get("/v1/library/controls");

    assertThat(answer.jsonPath().getList("items.domain")).isNotEmpty().containsOnly("BR");
    assertThat(answer.jsonPath().getList("items.key")).containsOnly(true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/library", "/v1/library/controls", "/v1/library/controls/AM-04"})
  void isNotSentAgainToWhoeverHasIt(String path) {
    String tag = as(anybody).get(path).header("ETag");

    var again = as(anybody).header("If-None-Match", tag).get(path);

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.asString()).isEmpty();
  }

  @Test
  void needsNoDatabase() {
    SqlStatements.atMost(0, () -> as(anybody).get("/v1/library/controls").then().statusCode(200));
  }

  @Test
  void needsASignedInCaller() {
    Problems.expect(RestAssured.get("/v1/library"), 401, "unauthenticated");
  }

  @Test
  void knowsNoOtherControlOrVersion() {
    Problems.expect(as(anybody).get("/v1/library/controls/AM-99"), 404, "not-found");
    Problems.expect(as(anybody).get("/v1/library/controls?version=9"), 400, "invalid-request");
    Problems.expect(as(anybody).get("/v1/library/controls?limit=0"), 400, "invalid-request");
    Problems.expect(as(anybody).get("/v1/library/controls?cursor=x"), 400, "invalid-cursor");
  }
}
