package dev.assay.evidence;

import static dev.assay.evidence.EvidenceApi.A;
import static dev.assay.evidence.EvidenceApi.B;
import static dev.assay.evidence.LegalHoldApi.RELEASE;
import static dev.assay.evidence.LegalHoldApi.holds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.testing.problem.Problems;
import dev.assay.testing.stack.TestDatabase;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@EvidenceTest
class LegalHoldResourceTest {

  private static final String OF_FILTER =
      EvidenceApi.NEW_ITEM
          .replace("AM-04", "ZZ-77")
          .replace("2026-01-01", "2025-03-01")
          .replace("2026-06-30", "2025-06-30");

  @Test
  void holdsAnItemUntilTwoPeopleLiftIt() {
    String item = EvidenceApi.newItem(A);
    String hold = LegalHoldApi.over(A, item);
    assertThat(held(item)).isTrue();

    Response asked = LegalHoldApi.post("MSP_ADMIN", A, "/" + hold + "/release", RELEASE);
    assertThat(asked.<String>path("state")).isEqualTo("RELEASE_ASKED");
    assertThat(held(item)).isTrue();
    EvidenceApi.nothingHalfDone(
        () ->
            Problems.expect(
                LegalHoldApi.agree("MSP_ADMIN", A, hold), 409, "hold-needs-another-person"));
    assertThat(held(item)).isTrue();

    Response lifted = LegalHoldApi.agree("MSP_REVIEWER", A, hold);
    assertThat(lifted.<String>path("state")).isEqualTo("LIFTED");
    assertThat(lifted.<String>path("liftedBy")).isNotEqualTo(lifted.path("releaseAskedBy"));
    assertThat(held(item)).isFalse();
  }

  @Test
  void holdsWhatArrivesAfterwardsAndMeetsTheFilterAndNothingElse() {
    String before = EvidenceApi.create(A, EvidenceApi.newKey(), OF_FILTER).path("id");
    String hold = LegalHoldApi.placed(A, LegalHoldApi.BY_FILTER);
    String after = EvidenceApi.create(A, EvidenceApi.newKey(), OF_FILTER).path("id");
    String otherControl = EvidenceApi.newItem(A);
    String otherPeriod =
        EvidenceApi.create(
                A,
                EvidenceApi.newKey(),
                OF_FILTER.replace("2025-03-01", "2024-03-01").replace("2025-06-30", "2024-12-31"))
            .path("id");

    assertThat(holdsOn(before)).contains(hold);
    assertThat(holdsOn(after)).contains(hold);
    assertThat(holdsOn(otherControl)).doesNotContain(hold);
    assertThat(holdsOn(otherPeriod)).doesNotContain(hold);
  }

  @Test
  void keepsHoldingForOneMatterWhenAnotherEnds() {
    String item = EvidenceApi.newItem(A);
    String other = LegalHoldApi.over(A, item);

    LegalHoldApi.liftedOver(A, item);

    assertThat(holdsOn(item)).containsExactly(other);
  }

  @Test
  void liftsNothingThatNobodyAskedForNorTwice() {
    String item = EvidenceApi.newItem(A);
    String hold = LegalHoldApi.over(A, item);
    EvidenceApi.nothingHalfDone(
        () ->
            Problems.expect(
                LegalHoldApi.agree("MSP_REVIEWER", A, hold), 409, "hold-release-not-asked"));
    LegalHoldApi.post("MSP_ADMIN", A, "/" + hold + "/release", RELEASE);
    EvidenceApi.nothingHalfDone(
        () ->
            Problems.expect(
                LegalHoldApi.post("MSP_REVIEWER", A, "/" + hold + "/release", RELEASE),
                409,
                "hold-release-asked"));
    LegalHoldApi.agree("MSP_REVIEWER", A, hold).then().statusCode(200);

    EvidenceApi.nothingHalfDone(
        () -> Problems.expect(LegalHoldApi.agree("CLIENT_EXECUTIVE", A, hold), 409, "hold-lifted"));
  }

  @Test
  void letsNotEvenTheDatabaseHoldLiftByOnePerson() throws SQLException {
    String hold = LegalHoldApi.over(A, EvidenceApi.newItem(A));
    LegalHoldApi.post("MSP_ADMIN", A, "/" + hold + "/release", RELEASE);

    try (var app = TestDatabase.inClient(RoleGrants.MSP, A);
        var insert = app.createStatement()) {
      assertThatThrownBy(
              () ->
                  insert.executeUpdate(
                      "insert into legal_hold_lifted (hold_id, asked_by, lifted_by, lifted_at)"
                          + " select hold_id, asked_by, asked_by, now() from legal_hold_release"
                          + " where hold_id = '"
                          + hold
                          + "'"))
          .hasMessageContaining("two_people");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"matter\":\"x\",\"reason\":\"y\"}",
        "{\"matter\":\"x\",\"reason\":\"y\",\"filter\":{},\"evidenceIds\":[\"%s\"]}",
        "{\"matter\":\"x\",\"reason\":\"y\",\"evidenceIds\":[]}",
        "{\"matter\":\"x\",\"reason\":\"y\",\"evidenceIds\":[null]}",
        "{\"matter\":\"x\",\"reason\":\"y\",\"evidenceIds\":[\"%s\",\"01900000-0000-7000-8000-0000000000ff\"]}",
        "{\"matter\":\"\",\"reason\":\"y\",\"filter\":{}}",
        "{\"matter\":\"x\",\"reason\":\" \",\"filter\":{}}",
        "{\"matter\":\"x\",\"reason\":\"y\",\"filter\":{\"controlId\":\"../x\"}}",
        "{\"matter\":\"x\",\"reason\":\"y\",\"filter\":{\"periodFrom\":\"2026-02-01\",\"periodTo\":\"2026-01-01\"}}"
      })
  void refusesAHoldThatSaysNothingClear(String body) {
    String item = EvidenceApi.newItem(A);

    EvidenceApi.nothingHalfDone(
        () ->
            Problems.expect(
                LegalHoldApi.post("MSP_REVIEWER", A, "", body.formatted(item)),
                400,
                "invalid-request"));
  }

  @Test
  void holdsNothingOfAnotherClient() {
    String itemOfB = EvidenceApi.newItem(B);
    String holdOfB = LegalHoldApi.over(B, itemOfB);

    EvidenceApi.nothingHalfDone(
        () ->
            Problems.expect(
                LegalHoldApi.post(
                    "MSP_REVIEWER",
                    A,
                    "",
                    "{\"matter\":\"x\",\"reason\":\"y\",\"evidenceIds\":[\"" + itemOfB + "\"]}"),
                400,
                "invalid-request"));
    Problems.expectSame(
        EvidenceApi.as("AUDITOR", A).get(holds(A) + "/" + holdOfB),
        EvidenceApi.as("AUDITOR", A).get(holds(A) + "/" + UUID.randomUUID()));
    EvidenceApi.nothingHalfDone(
        () ->
            LegalHoldApi.post("MSP_ADMIN", A, "/" + holdOfB + "/release", RELEASE)
                .then()
                .statusCode(404));
  }

  @ParameterizedTest
  @CsvSource({
    "MSP_ADMIN, 201, 200, 200",
    "MSP_TECHNICIAN, 403, 403, 403",
    "MSP_REVIEWER, 201, 200, 200",
    "CLIENT_EXECUTIVE, 201, 200, 200",
    "CONTROL_OWNER, 403, 403, 403",
    "AUDITOR, 403, 200, 403",
    "BREAK_GLASS, 403, 200, 403",
    "INTEGRATION, 403, 403, 403"
  })
  void isForThoseWhoAnswerForTheClient(String role, int place, int read, int lift) {
    String hold = LegalHoldApi.placed(A, LegalHoldApi.BY_FILTER);
    String asked = LegalHoldApi.placed(A, LegalHoldApi.BY_FILTER);
    LegalHoldApi.post(
            role.equals("MSP_ADMIN") ? "MSP_REVIEWER" : "MSP_ADMIN",
            A,
            "/" + asked + "/release",
            RELEASE)
        .then()
        .statusCode(200);

    assertThat(LegalHoldApi.post(role, A, "", LegalHoldApi.BY_FILTER).statusCode())
        .isEqualTo(place);
    assertThat(EvidenceApi.as(role, A).get(holds(A)).statusCode()).isEqualTo(read);
    assertThat(EvidenceApi.as(role, A).get(holds(A) + "/" + hold).statusCode()).isEqualTo(read);
    assertThat(LegalHoldApi.post(role, A, "/" + hold + "/release", RELEASE).statusCode())
        .isEqualTo(lift);
    assertThat(LegalHoldApi.agree(role, A, asked).statusCode()).isEqualTo(lift);
  }

  @Test
  void listsTheNewestFirstPageByPage() {
    String first = LegalHoldApi.placed(B, LegalHoldApi.BY_FILTER);
    String second = LegalHoldApi.placed(B, LegalHoldApi.BY_FILTER);

    Response page = EvidenceApi.as("AUDITOR", B).queryParam("limit", 1).get(holds(B));
    Response next =
        EvidenceApi.as("AUDITOR", B)
            .queryParam("limit", 1)
            .queryParam("cursor", page.<String>path("nextCursor"))
            .get(holds(B));

    assertThat(page.<String>path("items[0].id")).isEqualTo(second);
    assertThat(next.<String>path("items[0].id")).isEqualTo(first);
  }

  @Test
  void tellsWhatEndsWhenAndWhy() {
    String item = EvidenceApi.newItem(A);
    String file = EvidenceApi.upload(A, item, EvidenceApi.bytes(7)).path("id");
    EvidenceApi.awaitState(A, item, file, "SEALED");

    Response explained = retention(item);
    assertThat(explained.<String>path("status")).isEqualTo("NOT_STARTED");
    assertThat(explained.<String>path("retainThrough")).isNull();
    assertThat(explained.<String>path("ruleSet")).isEqualTo("retention-law-2004-11-15");
    assertThat(explained.<String>path("locks[0].fileId")).isEqualTo(file);
    assertThat(explained.<String>path("locks[0].lockedUntil")).isEqualTo("2033-07-01T12:00:00Z");
    List<Map<String, Object>> months =
        EvidenceApi.as("AUDITOR", A).get("/v1/clients/" + A + "/retention").path("items");
    assertThat(months)
        .anySatisfy(
            month -> {
              assertThat(month).containsEntry("month", "2033-07");
              assertThat((Integer) month.get("files")).isPositive();
              assertThat((Integer) month.get("bytes")).isGreaterThanOrEqualTo(7);
            });
  }

  private static Response retention(String item) {
    return EvidenceApi.as("AUDITOR", A).get(EvidenceApi.items(A) + "/" + item + "/retention");
  }

  private static boolean held(String item) {
    return retention(item).path("held");
  }

  private static List<String> holdsOn(String item) {
    return retention(item).path("holds");
  }
}
