package dev.assay.controls.year;

import static dev.assay.controls.world.Engagement.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.controls.world.Engagement;
import dev.assay.controls.world.World;
import dev.assay.testing.page.ForgedCursor;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.statement.SqlStatements;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ControlResourceTest {

  private static final String ALL = "{\"selection\":{\"all\":true}}";

  @BeforeAll
  static void world() {
    World.reset();
  }

  @Test
  void showsAnAppliedControlAsNotStarted() {
    var engagement = new Engagement();
    engagement.applyControls("AM-04");

    var answer = as(engagement.executive).get(engagement.control("AM-04"));

    answer.then().statusCode(200);
    assertThat(answer.header("ETag")).isEqualTo("\"v0\"");
    assertThat(answer.jsonPath().getString("status")).isEqualTo("NOT_STARTED");
    assertThat(answer.jsonPath().getString("ownerPersonId")).isNull();
    assertThat(answer.jsonPath().getBoolean("awaitingReview")).isFalse();
    assertThat(answer.jsonPath().getString("libraryVersion")).isEqualTo("0.2");
    assertThat(answer.jsonPath().getList("systemIds")).isEmpty();
  }

  @Test
  void listsAYearPageByPageInOneQueryEach() {
    var engagement = new Engagement();
    engagement.apply(ALL);
    List<String> seen = new ArrayList<>();
    String cursor = null;
    do {
      String after = cursor == null ? "" : "&cursor=" + cursor;
      String path = engagement.yearPath() + "/controls?limit=30" + after;
      var page = as(engagement.technician).get(path);
      // The scope, and the page with everything in it.
      SqlStatements.atMost(2, () -> as(engagement.technician).get(path));
      seen.addAll(page.jsonPath().getList("items.controlId"));
      cursor = page.jsonPath().getString("nextCursor");
    } while (cursor != null);

    assertThat(seen).hasSize(72).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void filtersByDomainStatusOwnerAndReview() {
    var engagement = new Engagement();
    engagement.applyControls("AM-04", "AM-05", "CM-01");
    engagement.assign("AM-04");
    engagement.assign("CM-01");
    engagement.concludeAndAccept("AM-04", "EFFECTIVE");
    engagement
        .conclude(engagement.technician, "CM-01", "EFFECTIVE", engagement.file("SEALED"))
        .then()
        .statusCode(201);

    assertThat(ids(engagement, "domain=AM")).containsExactly("AM-04", "AM-05");
    assertThat(ids(engagement, "status=EFFECTIVE")).containsExactly("AM-04");
    assertThat(ids(engagement, "owner=" + engagement.owner.personId()))
        .containsExactly("AM-04", "CM-01");
    assertThat(ids(engagement, "awaitingReview=true")).containsExactly("CM-01");
    assertThat(ids(engagement, "awaitingReview=false&domain=AM&status=NOT_STARTED"))
        .containsExactly("AM-05");
  }

  @Test
  void refusesTheCursorOfAnotherFilter() {
    var engagement = new Engagement();
    engagement.apply(ALL);
    String cursor =
        as(engagement.technician)
            .get(engagement.yearPath() + "/controls?limit=1&domain=AM")
            .jsonPath()
            .getString("nextCursor");

    var answer =
        as(engagement.technician)
            .get(engagement.yearPath() + "/controls?limit=1&domain=CM&cursor=" + cursor);

    Problems.expect(answer, 400, "invalid-cursor");
  }

  @Test
  void refusesACursorThatSomebodyWroteThemselves() {
    var engagement = new Engagement();
    engagement.applyControls("AM-04", "AM-05");
    String list = engagement.yearPath() + "/controls?limit=1";
    String cursor = as(engagement.technician).get(list).path("nextCursor");

    var answer = as(engagement.technician).get(list + "&cursor=" + ForgedCursor.of(cursor, "AM\0"));

    Problems.expect(answer, 400, "invalid-cursor");
  }

  @Test
  void isEmptyBeforeTheLibraryIsApplied() {
    var engagement = new Engagement();

    assertThat(ids(engagement, "limit=5")).isEmpty();
    Problems.expect(as(engagement.technician).get(engagement.control("AM-04")), 404, "not-found");
  }

  @Test
  void answersAlikeForForeignAndUnknownControls() {
    var engagement = new Engagement();
    var foreign = new Engagement();
    foreign.applyControls("AM-04");

    var unknown =
        as(engagement.technician)
            .get("/v1/clients/" + UUID.randomUUID() + "/years/2026/controls/AM-04");
    var ofOthers = as(engagement.technician).get(foreign.control("AM-04"));

    Problems.expect(unknown, 404, "not-found");
    Problems.expect(ofOthers, 404, "not-found");
    assertThat(Problems.withoutRequestId(ofOthers)).isEqualTo(Problems.withoutRequestId(unknown));
  }

  private static List<String> ids(Engagement engagement, String query) {
    return as(engagement.technician)
        .get(engagement.yearPath() + "/controls?" + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.controlId");
  }
}
