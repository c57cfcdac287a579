package dev.assay.controls.assignment;

import static dev.assay.controls.world.Engagement.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.controls.world.Engagement;
import dev.assay.controls.world.World;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.statement.NothingHalfDone;
import dev.assay.testing.statement.SqlStatements;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AssignmentResourceTest {

  private Engagement engagement;

  @BeforeAll
  static void world() {
    World.reset();
  }

  @BeforeEach
  void applied() {
    engagement = new Engagement();
    engagement.applyControls("AM-04");
  }

  @Test
  void givesAControlToItsPeople() {
    var answer = engagement.assign("AM-04", engagement.owner.personId(), "\"v0\"");

    answer.then().statusCode(200);
    assertThat(answer.header("ETag")).isEqualTo("\"v1\"");
    assertThat(answer.jsonPath().getString("ownerPersonId"))
        .isEqualTo(engagement.owner.personId().toString());
    assertThat(answer.jsonPath().getString("reviewerPersonId"))
        .isEqualTo(engagement.reviewer.personId().toString());
    assertThat(answer.jsonPath().getString("dueOn")).isEqualTo("2026-12-15");
    assertThat(engagement.etag("AM-04")).isEqualTo("\"v1\"");
  }

  @Test
  void takesSixStatements() {
    // Scope, lock, whether the operator has signed, update, audit event, the control as it is then.
    SqlStatements.atMost(
        6, () -> engagement.assign("AM-04", engagement.owner.personId(), "\"v0\""));
  }

  @Test
  void takesPeopleAwayAgain() {
    engagement.assign("AM-04");

    var answer = put("\"v1\"", "{}");

    answer.then().statusCode(200);
    assertThat(answer.jsonPath().getString("ownerPersonId")).isNull();
  }

  @Test
  void changesNothingWhenNothingIsDifferent() {
    engagement.assign("AM-04");

    NothingHalfDone.by(
        () -> {
          var again = engagement.assign("AM-04", engagement.owner.personId(), "\"v1\"");
          assertThat(again.header("ETag")).isEqualTo("\"v1\"");
        });
  }

  @Test
  void needsTheVersionThatWasRead() {
    var without =
        as(engagement.technician).body("{}").put(engagement.control("AM-04") + "/assignment");

    Problems.expect(without, 428, "version-required");
    Problems.expect(
        engagement.assign("AM-04", engagement.owner.personId(), "\"v7\""), 412, "stale-version");
  }

  @Test
  void letsOneOfTwentyAtOnceWin() throws Exception {
    Engagement.as(engagement.technician);
    try (var threads = Executors.newFixedThreadPool(20)) {
      Callable<Integer> attempt =
          () -> engagement.assign("AM-04", UUID.fromString(someone()), "\"v0\"").statusCode();
      var answers =
          threads.invokeAll(IntStream.range(0, 20).mapToObj(i -> attempt).toList()).stream()
              .map(answer -> answer.resultNow())
              .toList();

      assertThat(answers).containsOnly(200, 412);
      assertThat(answers.stream().filter(status -> status == 200).count()).isEqualTo(1);
    }
  }

  private String someone() {
    return engagement.executive.personId().toString();
  }

  @Test
  void refusesAReviewerWhoOperates() {
    var answer =
        engagement.assign("AM-04", engagement.reviewer.personId(), engagement.etag("AM-04"));

    var body = Problems.expect(answer, 400, "invalid-request");
    assertThat(body.at("/errors/0/pointer").asText()).isEqualTo("/reviewerPersonId");
  }

  @Test
  void refusesPeopleOfNobodyKnown() {
    NothingHalfDone.by(
        () -> {
          var answer = engagement.assign("AM-04", UUID.randomUUID(), "\"v0\"");

          var body = Problems.expect(answer, 400, "invalid-request");
          assertThat(body.at("/errors/0/pointer").asText()).isEqualTo("/operatorPersonId");
        });
  }

  @ParameterizedTest
  @CsvSource({"2025-12-31, 400", "2026-01-01, 200", "2027-12-31, 200", "2028-01-01, 400"})
  void takesDatesNearTheFiscalYear(String dueOn, int status) {
    var answer = put("\"v0\"", "{\"dueOn\":\"%s\"}".formatted(dueOn));

    assertThat(answer.statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"dueOn\":\"2026-02-30\"}",
        "{\"dueOn\":20260230}",
        "{\"ownerPersonId\":\"me\"}",
        "{\"owner\":null}",
        "nonsense"
      })
  void refusesWhatItCannotRead(String body) {
    NothingHalfDone.by(() -> assertThat(put("\"v0\"", body).statusCode()).isEqualTo(400));
  }

  @Test
  void refusesToMakeAConcluderTheOperator() {
    engagement.assign("AM-04");
    engagement.concludeAndAccept("AM-04", "EFFECTIVE");

    var concluder =
        engagement.assign("AM-04", engagement.technician.personId(), engagement.etag("AM-04"));
    var other =
        engagement.assign("AM-04", engagement.otherTechnician.personId(), engagement.etag("AM-04"));

    Problems.expect(concluder, 409, "operator-has-signed");
    other.then().statusCode(200);
  }

  @Test
  void knowsOnlyControlsOfTheYear() {
    Problems.expect(
        as(engagement.technician)
            .header("If-Match", "\"v0\"")
            .body("{}")
            .put(engagement.control("AM-05") + "/assignment"),
        404,
        "not-found");
  }

  private Response put(String etag, String body) {
    return as(engagement.technician)
        .header("If-Match", etag)
        .body(body)
        .put(engagement.control("AM-04") + "/assignment");
  }
}
