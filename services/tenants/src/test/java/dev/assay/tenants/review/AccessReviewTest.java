package dev.assay.tenants.review;

import static dev.assay.tenants.world.World.OPERATOR;
import static dev.assay.tenants.world.World.approve;
import static dev.assay.tenants.world.World.atClient;
import static dev.assay.tenants.world.World.created;
import static dev.assay.tenants.world.World.effectiveAtClient;
import static dev.assay.tenants.world.World.firstExecutive;
import static dev.assay.tenants.world.World.get;
import static dev.assay.tenants.world.World.grantOf;
import static dev.assay.tenants.world.World.hire;
import static dev.assay.tenants.world.World.newClient;
import static dev.assay.tenants.world.World.newMsp;
import static dev.assay.tenants.world.World.newPerson;
import static dev.assay.tenants.world.World.newSubject;
import static dev.assay.tenants.world.World.post;
import static dev.assay.tenants.world.World.revoke;
import static dev.assay.tenants.world.World.trigger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.tenants.world.AuditLog;
import dev.assay.tenants.world.TestClock;
import dev.assay.tenants.world.World.Client;
import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.stack.TestDatabase;
import dev.assay.testing.statement.NothingHalfDone;
import dev.assay.testing.statement.SqlStatements;
import dev.assay.testing.token.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Control AM-04, lived by ourselves. */
@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class AccessReviewTest {

  private Client client;
  private String admin;
  private String executive;
  private String reviews;
  private UUID ownerGrant;
  private String owner;

  @BeforeEach
  void onboard() {
    client = newClient(newMsp());
    admin = client.msp().admin();
    executive = firstExecutive(client);
    owner = newSubject("owner");
    ownerGrant = hire(admin, client.path(), owner, "CONTROL_OWNER");
    reviews = client.path() + "/access-reviews";
  }

  @AfterEach
  void setTheClockBack() {
    TestClock.ahead(Duration.ZERO);
  }

  @Test
  void theListingIsCompleteFrozenAndAddsUp() {
    UUID gone = hire(admin, client.path(), newSubject("owner"), "CONTROL_OWNER");
    revoke(admin, client.path(), gone).then().statusCode(200);
    hire(admin, client.path(), newSubject("auditor"), "AUDITOR");
    var later = grantOf("CONTROL_OWNER", newPerson(admin, client.path(), newSubject("owner")));
    later.put("validFrom", Instant.now().plus(Duration.ofDays(9)).toString());
    created(post(admin, client.path() + "/grants", later));
    String technician = atClient(client, "MSP_TECHNICIAN");

    Response opened = open(admin, "ALL");

    UUID id = created(opened);
    opened
        .then()
        .body("status", equalTo("OPEN"))
        .body("overdue", equalTo(false))
        .body("population.rowCount", equalTo(3))
        .body("population.runBy", equalTo(admin))
        .body(
            "population.totals",
            equalTo(
                Map.of(
                    "ever", 6, "revoked", 1, "expired", 0, "pendingApproval", 1, "scheduled", 1)))
        .body("progress.lines", equalTo(3))
        .body("rules.id", equalTo("access-2004-11-15"));
    hire(admin, client.path(), newSubject("owner"), "CONTROL_OWNER");
    assertThat(subjects(id)).containsExactlyInAnyOrder(executive, owner, technician);
    assertThat(AuditLog.events(id, "access-review.opened")).isEqualTo(1);
  }

  @Test
  void theDatesFollowFromTheResponseAlone() {
    Response opened = open(admin, "ALL");

    var today = java.time.LocalDate.parse(opened.path("today"));
    int decideWithin = opened.path("rules.decideWithinBusinessDays");
    int removeWithin = opened.path("rules.removeWithinBusinessDays");
    var decideBy = BusinessDays.after(today, decideWithin);
    opened
        .then()
        .body("decideBy", equalTo(decideBy.toString()))
        .body("completeBy", equalTo(BusinessDays.after(decideBy, removeWithin).toString()));
    assertThat(
            Instant.parse(opened.path("openedAt"))
                .atZone(java.time.ZoneId.of(opened.path("rules.zone")))
                .toLocalDate())
        .isEqualTo(today);
  }

  @Test
  void theHashIsOfTheListingThatIsExported() throws Exception {
    UUID id = created(open(admin, "ALL"));

    JsonNode export = new ObjectMapper().readTree(get(admin, at(id, "/export")).asString());

    String canonical = new JsonCanonicalizer(export.get("listing").toString()).getEncodedString();
    assertThat(sha256(canonical)).isEqualTo(export.at("/review/population/sha256").asText());
    assertThat(export.get("listing")).hasSize(2);
    assertThat(export.get("lines")).hasSize(2);
  }

  @Test
  void aRevocationTakesTheAccessAwayWithTheDecision() {
    UUID id = created(open(admin, "ALL"));
    get(owner, client.path()).then().statusCode(200);

    decide(executive, id, line(ownerGrant, "REVOKE"))
        .then()
        .statusCode(200)
        .body("progress.revoked", equalTo(1))
        .body("progress.outstanding", equalTo(0))
        .body("status", equalTo("OPEN"));

    get(owner, client.path()).then().statusCode(404);
    get(admin, client.path() + "/grants/" + ownerGrant)
        .then()
        .body("status", equalTo("REVOKED"))
        .body("revoked.by", equalTo(executive));
    assertThat(AuditLog.events(ownerGrant, "grant.revoked")).isEqualTo(1);
    assertThat(AuditLog.events(id, "access-review.line-decided")).isEqualTo(1);
  }

  @Test
  void aReviewIsCompletedByAnExtractThatProvesIt() throws Exception {
    UUID id = created(open(admin, "ALL"));
    Problems.expect(prove(admin, id), 409, "access-review-undecided");
    decide(executive, id, line(ownerGrant, "REVOKE")).then().statusCode(200);
    decide(admin, id, line(grantOfExecutive(), "KEEP"))
        .then()
        .statusCode(200)
        .body("status", equalTo("AWAITING_PROOF"));

    prove(admin, id)
        .then()
        .statusCode(200)
        .body("status", equalTo("COMPLETED"))
        .body("closed.by", equalTo(admin));

    JsonNode export = new ObjectMapper().readTree(get(admin, at(id, "/export")).asString());
    JsonNode extract = export.at("/extracts/0");
    assertThat(extract.get("outstanding").asInt()).isZero();
    assertThat(extract.get("rowCount").asInt()).isEqualTo(1);
    assertThat(sha256(new JsonCanonicalizer(extract.get("listing").toString()).getEncodedString()))
        .isEqualTo(extract.get("sha256").asText());
    assertThat(extract.get("listing").toString()).doesNotContain(ownerGrant.toString());
    assertThat(AuditLog.events(id, "access-review.completed")).isEqualTo(1);
    Problems.expect(prove(admin, id), 409, "access-review-closed");
    Problems.expect(decide(executive, id, line(ownerGrant, "KEEP")), 409, "access-review-closed");
  }

  @Test
  void whatWasGivenAgainWasNotTakenAway() {
    UUID id = created(open(admin, "ALL"));
    decide(executive, id, line(ownerGrant, "REVOKE")).then().statusCode(200);
    decide(admin, id, line(grantOfExecutive(), "KEEP")).then().statusCode(200);
    UUID again =
        created(
            post(admin, client.path() + "/grants", grantOf("CONTROL_OWNER", personOf(ownerGrant))));

    prove(admin, id)
        .then()
        .body("status", equalTo("AWAITING_PROOF"))
        .body("progress.outstanding", equalTo(1));

    revoke(admin, client.path(), again).then().statusCode(200);
    prove(admin, id).then().body("status", equalTo("COMPLETED"));
  }

  @Test
  void aChangeIsProvenOnceTheOldAccessIsGone() {
    UUID id = created(open(admin, "ALL"));
    var change = line(ownerGrant, "CHANGE");
    change.put("changeTo", "AUDITOR");
    decide(executive, id, change)
        .then()
        .body("progress.outstanding", equalTo(1))
        .body("progress.firstRemoveBy", notNullValue());
    decide(admin, id, line(grantOfExecutive(), "KEEP")).then().statusCode(200);
    effectiveAtClient(owner, client.id()).then().body("roles", contains("CONTROL_OWNER"));
    prove(admin, id).then().body("status", equalTo("AWAITING_PROOF"));

    revoke(admin, client.path(), ownerGrant).then().statusCode(200);

    prove(admin, id).then().body("status", equalTo("COMPLETED"));
  }

  @Test
  void aReviewWhoseRemovalsAreNotCarriedOutHasFailed() {
    UUID id = created(open(admin, "ALL"));
    var change = line(ownerGrant, "CHANGE");
    change.put("changeTo", "AUDITOR");
    decide(executive, id, change).then().statusCode(200);
    decide(admin, id, line(grantOfExecutive(), "KEEP")).then().statusCode(200);
    String removeBy = get(admin, at(id, "")).path("progress.firstRemoveBy");

    TestClock.ahead(untilAfter(removeBy));

    get(admin, at(id, "")).then().body("status", equalTo("FAILED"));
    revoke(admin, client.path(), ownerGrant).then().statusCode(200);
    get(admin, at(id, ""))
        .then()
        .body("progress.removedLate", equalTo(true))
        .body("status", equalTo("FAILED"));
    prove(admin, id).then().statusCode(200).body("status", equalTo("FAILED"));
    assertThat(AuditLog.events(id, "access-review.failed")).isEqualTo(1);
    get(admin, client.path() + "/access-review-schedule")
        .then()
        .body("due.find { it.coverage == 'ALL' }.reviewed", equalTo(false));
  }

  @Test
  void whatIsNotDecidedInTimeIsOverdueAndGivesWayToTheNext() {
    Response opened = open(admin, "ALL");
    UUID id = created(opened);
    Problems.expect(open(executive, "ALL"), 409, "access-review-open");

    TestClock.ahead(untilAfter(opened.path("decideBy")));

    get(admin, at(id, "")).then().body("status", equalTo("OPEN")).body("overdue", equalTo(true));
    UUID next = created(open(executive, "ALL"));
    get(admin, at(id, ""))
        .then()
        .body("status", equalTo("FAILED"))
        .body("closed.reason", equalTo("It was overdue, and " + next + " took its place."));
    get(admin, reviews).then().body("items.id", contains(next.toString(), id.toString()));
  }

  @Test
  void nobodyDecidesOnTheirOwnAccess() {
    UUID id = created(open(admin, "ALL"));

    NothingHalfDone.by(
        () -> {
          Problems.expect(
              decide(executive, id, line(grantOfExecutive(), "KEEP")),
              403,
              "reviewer-not-independent");
          Problems.expect(
              decide(executive, id, line(ownerGrant, "KEEP"), line(grantOfExecutive(), "KEEP")),
              403,
              "reviewer-not-independent");
        });
  }

  @Test
  void whoeverGaveTheAccessDecidesOnlyWhereNobodyElseMay() {
    UUID id = created(open(admin, "ALL"));
    // The executive may decide on the owner, so the admin, who made the grant, may not.
    Problems.expect(decide(admin, id, line(ownerGrant, "KEEP")), 403, "reviewer-not-independent");

    // The admin made the executive's grant and an operator approved it; there is nobody else.
    decide(admin, id, line(grantOfExecutive(), "KEEP")).then().statusCode(200);

    decide(executive, id, line(ownerGrant, "KEEP")).then().statusCode(200);
    get(admin, at(id, "/lines"))
        .then()
        .body(
            "items.find { it.grantId == '%s' }.decided.independent".formatted(grantOfExecutive()),
            equalTo(false))
        .body(
            "items.find { it.grantId == '%s' }.decided.independent".formatted(ownerGrant),
            equalTo(true));
  }

  @Test
  void aLineIsDecidedOnceHoweverManyTryAtOnce() throws Exception {
    String second = newSubject("executive");
    UUID grant = hire(admin, client.path(), second, "CLIENT_EXECUTIVE");
    approve(executive, client, grant).then().statusCode(200);
    UUID id = created(open(admin, "ALL"));
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String by = i % 2 == 0 ? executive : second;
      String decision = i % 3 == 0 ? "KEEP" : "REVOKE";
      calls.add(() -> decide(by, id, line(ownerGrant, decision)).statusCode());
    }

    try (var threads = Executors.newFixedThreadPool(6)) {
      assertThat(threads.invokeAll(calls).stream().map(answer -> answer.resultNow()))
          .containsOnlyOnce(200)
          .contains(409);
    }
    Problems.expect(
        decide(executive, id, line(ownerGrant, "KEEP")), 409, "access-review-line-decided");
    String decided =
        get(admin, at(id, "/lines"))
            .path("items.find { it.grantId == '%s' }.decided.decision".formatted(ownerGrant));
    assertThat(get(admin, client.path() + "/grants/" + ownerGrant).<String>path("status"))
        .isEqualTo(decided.equals("KEEP") ? "ACTIVE" : "REVOKED");
  }

  @Test
  void badDecisionsAreRefusedWhole() {
    UUID id = created(open(admin, "ALL"));
    var changeToNothing = line(ownerGrant, "CHANGE");
    var keepAsAuditor = line(ownerGrant, "KEEP");
    keepAsAuditor.put("changeTo", "AUDITOR");

    NothingHalfDone.by(
        () -> {
          expectInvalid(decide(executive, id, changeToNothing), "/decisions/0/changeTo");
          expectInvalid(decide(executive, id, keepAsAuditor), "/decisions/0/changeTo");
          expectInvalid(
              decide(executive, id, line(ownerGrant, "KEEP"), line(UUID.randomUUID(), "KEEP")),
              "/decisions/1/grantId");
          expectInvalid(
              decide(executive, id, line(ownerGrant, "KEEP"), line(ownerGrant, "REVOKE")),
              "/decisions/1/grantId");
          Problems.expect(
              decide(executive, UUID.randomUUID(), line(ownerGrant, "KEEP")), 404, "not-found");
        });
  }

  @Test
  void aReviewOfPrivilegedAccessGoesOverThatAlone() {
    UUID id = created(open(executive, "PRIVILEGED"));

    assertThat(subjects(id)).containsExactly(executive);
    created(open(executive, "ALL"));
  }

  @Test
  void theNextReviewsAreShown() {
    get(executive, client.path() + "/access-review-schedule")
        .then()
        .statusCode(200)
        .body("due.coverage", contains("ALL", "PRIVILEGED"))
        .body("due.reviewed", contains(false, false))
        .body("due.everyMonths", contains(3, 1))
        .body("due.overdue", contains(false, false));
    TestClock.ahead(Duration.ofDays(33));
    get(admin, client.msp().path() + "/access-review-schedule")
        .then()
        .body("due.overdue", contains(false, true));
    complete(created(open(admin, "ALL")));

    get(executive, client.path() + "/access-review-schedule")
        .then()
        .body("due.reviewed", contains(true, true))
        .body("due.overdue", contains(false, false));
    Client sibling = newClient(client.msp());
    get(admin, client.msp().path() + "/access-review-schedule/clients")
        .then()
        .statusCode(200)
        .body("items.clientId", contains(client.id().toString(), sibling.id().toString()))
        .body("items.due.reviewed", contains(List.of(true, true), List.of(false, false)));
    get(atClient(sibling, "MSP_REVIEWER"), client.msp().path() + "/access-review-schedule/clients")
        .then()
        .body("items.clientId", contains(sibling.id().toString()));
  }

  @Test
  void anMspReviewsItsOwnPeopleAndAnOperatorItsOnlyAdmin() {
    String ofMsp = client.msp().path();
    UUID technician = hire(admin, ofMsp, newSubject("technician"), "MSP_TECHNICIAN");
    UUID id = created(post(admin, ofMsp + "/access-reviews", Map.of("coverage", "ALL")));
    String ofReview = ofMsp + "/access-reviews/" + id;
    String adminGrant = get(admin, ofMsp + "/grants?role=MSP_ADMIN").path("items[0].id");

    post(admin, ofReview + "/decisions", decisions(List.of(line(technician, "REVOKE"))))
        .then()
        .statusCode(200);
    post(
            OPERATOR,
            ofReview + "/decisions",
            decisions(List.of(line(UUID.fromString(adminGrant), "KEEP"))))
        .then()
        .statusCode(200);
    Problems.expect(
        post(OPERATOR, ofReview + "/decisions", decisions(List.of(line(technician, "KEEP")))),
        409,
        "access-review-line-decided");

    trigger(admin, ofReview + "/re-extract")
        .then()
        .statusCode(200)
        .body("status", equalTo("COMPLETED"));
    get(admin, ofMsp + "/access-reviews/" + id + "/lines?undecided=true")
        .then()
        .body("items", hasSize(0));
    get(admin, ofReview + "/export").then().statusCode(200);
    csv(ofReview + "/export.csv").then().statusCode(200);
    get(admin, ofMsp + "/access-reviews").then().body("items.id", contains(id.toString()));
  }

  @Test
  void theLinesAreExportedForASpreadsheet() {
    UUID id = created(open(admin, "ALL"));
    var formula = line(ownerGrant, "REVOKE");
    formula.put("reason", "=HYPERLINK(\"http://127.0.0.1\",\"left\")");
    decide(executive, id, formula).then().statusCode(200);

    Response csv = csv(at(id, "/export.csv"));

    csv.then().statusCode(200);
    assertThat(csv.contentType()).startsWith("text/csv");
    List<String> rows = csv.asString().lines().toList();
    assertThat(rows).hasSize(3);
    assertThat(rows.getFirst()).startsWith("review_id,coverage,listed_at,sha256,grant_id");
    assertThat(rows)
        .anySatisfy(
            row ->
                assertThat(row)
                    .contains(ownerGrant.toString())
                    .contains(",REVOKE,,\"'=HYPERLINK(\"\"http")
                    .contains("," + executive + ","));
  }

  @Test
  void listsTakeAFixedNumberOfStatements() {
    UUID id = created(open(admin, "ALL"));
    created(open(admin, "PRIVILEGED"));

    SqlStatements.atMost(6, () -> get(admin, reviews).then().statusCode(200));
    SqlStatements.atMost(5, () -> get(admin, at(id, "/lines")).then().statusCode(200));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update access_review set row_count = 0",
        "delete from access_review",
        "update access_review_line set role = 'AUDITOR'",
        "delete from access_review_line",
        "update access_review_decision set decision = 'KEEP'",
        "delete from access_review_decision",
        "delete from access_review_extract",
        "delete from access_review_closure",
        "update access_review_closure set outcome = 'COMPLETED'"
      })
  void whatWasReviewedStaysAsItWas(String sql) throws Exception {
    try (var connection = TestDatabase.inClient(client.msp().id(), client.id());
        var statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("permission denied");
    }
  }

  @Test
  void theDatabaseRefusesADecisionOnOnesOwnLine() throws Exception {
    UUID id = created(open(admin, "ALL"));
    try (var connection = TestDatabase.inClient(client.msp().id(), client.id());
        var statement = connection.createStatement()) {
      for (String subject : List.of(executive, "somebody-else")) {
        assertThatThrownBy(
                () ->
                    statement.execute(
                        """
                        insert into access_review_decision (review_id, grant_id, subject, decision,
                          reason, decided_by, decided_at, independent)
                        values ('%s', '%s', '%s', 'KEEP', 'Mine.', '%s', now(), true)
                        """
                            .formatted(id, grantOfExecutive(), subject, executive)))
            .hasMessageContaining("access_review_decision");
      }
    }
  }

  private Response csv(String path) {
    return RestAssured.given().auth().oauth2(TestTokens.of(admin)).accept("text/csv").get(path);
  }

  private void complete(UUID review) {
    get(admin, at(review, "/lines?undecided=true"))
        .then()
        .extract()
        .<List<String>>path("items.grantId")
        .forEach(
            grant -> {
              var keep = line(UUID.fromString(grant), "KEEP");
              if (decide(executive, review, keep).statusCode() != 200) {
                decide(admin, review, keep).then().statusCode(200);
              }
            });
    prove(admin, review).then().body("status", equalTo("COMPLETED"));
  }

  private Response open(String by, String coverage) {
    return post(by, reviews, Map.of("coverage", coverage));
  }

  private Response decide(String by, UUID review, Map<String, Object> line) {
    return post(by, at(review, "/decisions"), decisions(List.of(line)));
  }

  private Response decide(
      String by, UUID review, Map<String, Object> line, Map<String, Object> other) {
    return post(by, at(review, "/decisions"), decisions(List.of(line, other)));
  }

  private static Map<String, Object> decisions(List<Map<String, Object>> lines) {
    return Map.of("decisions", lines);
  }

  private static Map<String, Object> line(UUID grant, String decision) {
    Map<String, Object> line = new HashMap<>();
    line.put("grantId", grant);
    line.put("decision", decision);
    line.put("reason", "Looked at.");
    return line;
  }

  private Response prove(String by, UUID review) {
    return trigger(by, at(review, "/re-extract"));
  }

  private String at(UUID review, String more) {
    return reviews + "/" + review + more;
  }

  private List<String> subjects(UUID review) {
    return get(admin, at(review, "/lines")).then().statusCode(200).extract().path("items.subject");
  }

  private UUID grantOfExecutive() {
    return UUID.fromString(
        get(admin, client.path() + "/grants?role=CLIENT_EXECUTIVE").path("items[0].id"));
  }

  private UUID personOf(UUID grant) {
    return UUID.fromString(get(admin, client.path() + "/grants/" + grant).path("personId"));
  }

  private static void expectInvalid(Response answer, String pointer) {
    answer.then().statusCode(400).body("errors.pointer", contains(pointer));
  }

  private static Duration untilAfter(String day) {
    return Duration.between(
        Instant.now(), Instant.parse(java.time.LocalDate.parse(day).plusDays(2) + "T12:00:00Z"));
  }

  private static String sha256(String text) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
