package dev.assay.tenants.grant;

import static dev.assay.tenants.world.World.OPERATOR;
import static dev.assay.tenants.world.World.approve;
import static dev.assay.tenants.world.World.auditor;
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
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.assay.tenants.world.AuditLog;
import dev.assay.tenants.world.TestClock;
import dev.assay.tenants.world.World.Client;
import dev.assay.tenants.world.World.Msp;
import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.stack.TestDatabase;
import dev.assay.testing.statement.NothingHalfDone;
import dev.assay.testing.statement.SqlStatements;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What became of grants, and of those that follow them. */
@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class GrantHistoryTest {

  private Msp msp;
  private Client client;
  private String admin;

  @BeforeEach
  void onboard() {
    msp = newMsp();
    client = newClient(msp);
    admin = msp.admin();
  }

  @AfterEach
  void setTheClockBack() {
    TestClock.ahead(Duration.ZERO);
  }

  @Test
  void theListIsNarrowedByRoleStatusPersonAndEnd() {
    UUID person = newPerson(admin, client.path(), newSubject("owner"));
    UUID endless =
        created(post(admin, client.path() + "/grants", grantOf("CONTROL_OWNER", person)));
    UUID gone = hire(admin, client.path(), newSubject("owner"), "CONTROL_OWNER");
    revoke(admin, client.path(), gone).then().statusCode(200);
    UUID soon = ending(Duration.ofDays(5));
    UUID later = ending(Duration.ofDays(50));
    UUID pending = hire(admin, client.path(), newSubject("auditor"), "AUDITOR");
    UUID scheduled = beginning(Duration.ofDays(2));

    assertThat(listed("")).containsExactly(endless, gone, soon, later, pending, scheduled);
    assertThat(listed("?role=AUDITOR")).containsExactly(pending);
    assertThat(listed("?person=" + person)).containsExactly(endless);
    assertThat(listed("?status=REVOKED")).containsExactly(gone);
    assertThat(listed("?status=ACTIVE")).containsExactly(endless, soon, later);
    assertThat(listed("?status=PENDING_APPROVAL")).containsExactly(pending);
    assertThat(listed("?status=SCHEDULED")).containsExactly(scheduled);
    assertThat(listed("?expiringWithinDays=30")).containsExactly(soon);
    assertThat(listed("?expiringWithinDays=60&role=CONTROL_OWNER&status=ACTIVE"))
        .containsExactly(soon, later);

    TestClock.ahead(Duration.ofDays(6));
    assertThat(listed("?status=EXPIRED")).containsExactly(soon);
    assertThat(listed("?status=SCHEDULED")).isEmpty();
    assertThat(listed("?expiringWithinDays=30")).isEmpty();
  }

  @Test
  void aCursorOpensOnlyTheListThatItWasNarrowedTo() {
    hire(admin, client.path(), newSubject("owner"), "CONTROL_OWNER");
    hire(admin, client.path(), newSubject("owner"), "CONTROL_OWNER");
    String list = client.path() + "/grants?limit=1&role=CONTROL_OWNER";
    String cursor = get(admin, list).then().extract().path("nextCursor");

    get(admin, list + "&cursor=" + cursor).then().statusCode(200);
    Problems.expect(
        get(admin, client.path() + "/grants?limit=1&cursor=" + cursor), 400, "invalid-cursor");
    Problems.expect(
        get(admin, client.path() + "/grants?expiringWithinDays=-1"), 400, "invalid-request");
  }

  @Test
  void aListTakesOneStatementHoweverLongItIs() {
    for (int i = 0; i < 5; i++) {
      hire(admin, client.path(), newSubject("owner"), "CONTROL_OWNER");
    }

    SqlStatements.atMost(
        4, () -> get(admin, client.path() + "/grants?status=ACTIVE").then().statusCode(200));
  }

  @Test
  void theHistoryOfAGrantSaysWhoDidWhatWhenAndWhy() {
    String executive = firstExecutive(client);
    UUID grant = hire(admin, client.path(), newSubject("auditor"), "AUDITOR");
    approve(executive, client, grant).then().statusCode(200);
    revoke(admin, client.path(), grant).then().statusCode(200);

    get(admin, client.path() + "/grants/" + grant)
        .then()
        .body("status", equalTo("REVOKED"))
        .body("granted.by", equalTo(admin))
        .body("granted.reason", equalTo("Works on this engagement."))
        .body("approved.by", equalTo(executive))
        .body("approved.reason", equalTo("Known to us."))
        .body("revoked.by", equalTo(admin))
        .body("revoked.reason", equalTo("Has left."));
  }

  @Test
  void whatEndedByItselfIsNotRevokedAfterwards() {
    UUID grant = ending(Duration.ofHours(1));
    TestClock.ahead(Duration.ofHours(2));

    NothingHalfDone.by(
        () -> Problems.expect(revoke(admin, client.path(), grant), 409, "grant-ended"));

    get(admin, client.path() + "/grants/" + grant).then().body("status", equalTo("EXPIRED"));
  }

  @Test
  void anExtensionFollowsItsGrantWithoutAGap() {
    String owner = newSubject("owner");
    Instant end = inDays(1);
    UUID first = ending(owner, end);

    Response second = extend(client.path(), first, inDays(30));

    second
        .then()
        .statusCode(201)
        .body("status", equalTo("SCHEDULED"))
        .body("validFrom", equalTo(end.toString()))
        .body("extendsGrantId", equalTo(first.toString()))
        .body("role", equalTo("CONTROL_OWNER"));
    UUID id = UUID.fromString(second.path("id"));
    assertThat(second.header("Location")).endsWith(client.path() + "/grants/" + id);
    get(admin, client.path() + "/grants/" + first)
        .then()
        .body("extendedByGrantId", equalTo(id.toString()))
        .body("validUntil", equalTo(end.toString()));
    assertThat(AuditLog.events(id, "grant.made")).isEqualTo(1);
    TestClock.ahead(Duration.ofDays(2));
    effectiveAtClient(owner, client.id()).then().body("roles", contains("CONTROL_OWNER"));
  }

  @Test
  void anExtensionOfWhatHasEndedBeginsNow() {
    UUID first = ending(Duration.ofDays(1));
    TestClock.ahead(Duration.ofDays(3));

    extend(client.path(), first, inDays(30))
        .then()
        .statusCode(201)
        .body("status", equalTo("ACTIVE"));
  }

  @Test
  void aGrantIsExtendedOnceAndOnlyWhereThereIsSomethingToExtend() {
    UUID endless = hire(admin, client.path(), newSubject("owner"), "CONTROL_OWNER");
    UUID pending = hire(admin, client.path(), newSubject("auditor"), "AUDITOR");
    UUID revoked = ending(Duration.ofDays(1));
    revoke(admin, client.path(), revoked).then().statusCode(200);
    UUID extended = ending(Duration.ofDays(1));
    extend(client.path(), extended, inDays(30)).then().statusCode(201);

    NothingHalfDone.by(
        () -> {
          for (UUID grant : List.of(endless, pending, revoked, extended)) {
            Problems.expect(extend(client.path(), grant, inDays(40)), 409, "grant-not-extendable");
          }
        });
  }

  @Test
  void anExtensionEndsAfterItBegins() {
    UUID grant = ending(Duration.ofDays(10));

    extend(client.path(), grant, inDays(9))
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/validUntil"));
  }

  @Test
  void anAuditorsExtensionIsApprovedLikeTheFirstTime() {
    String executive = firstExecutive(client);
    String auditor = auditor(client, executive);
    UUID grant = UUID.fromString(listedRole("AUDITOR"));

    UUID next =
        created(
            post(
                admin,
                client.path() + "/grants/" + grant + "/extend",
                Map.of("validUntil", "2100-01-01T00:00:00Z", "reason", "Another year.")));

    get(admin, client.path() + "/grants/" + next)
        .then()
        .body("status", equalTo("PENDING_APPROVAL"));
    Problems.expect(approve(auditor, client, next), 403, "forbidden");
    approve(executive, client, next).then().statusCode(200).body("status", equalTo("SCHEDULED"));
  }

  @Test
  void anOnlyExecutiveWhoIsExtendedIsVouchedForByAnOperator() {
    String executive = newSubject("executive");
    var request = grantOf("CLIENT_EXECUTIVE", newPerson(admin, client.path(), executive));
    request.put("validUntil", inDays(10).toString());
    UUID first = created(post(admin, client.path() + "/grants", request));
    approve(OPERATOR, client, first).then().statusCode(200);

    UUID next = created(extend(client.path(), first, inDays(100)));

    Problems.expect(approve(executive, client, next), 403, "grant-beyond-own-role");
    approve(OPERATOR, client, next).then().statusCode(200);
  }

  @Test
  void extensionsExistAtTheMspAndThePlatformToo() {
    var technician =
        grantOf("MSP_TECHNICIAN", newPerson(admin, msp.path(), newSubject("technician")));
    technician.put("validUntil", inDays(10).toString());
    UUID atMsp = created(post(admin, msp.path() + "/grants", technician));
    var operator =
        grantOf("PLATFORM_OPERATOR", newPerson(OPERATOR, "/v1/platform", newSubject("op")));
    operator.put("validUntil", inDays(10).toString());
    UUID atPlatform = created(post(OPERATOR, "/v1/platform/grants", operator));

    extend(msp.path(), atMsp, inDays(20)).then().statusCode(201);
    post(
            OPERATOR,
            "/v1/platform/grants/" + atPlatform + "/extend",
            Map.of("validUntil", inDays(20).toString(), "reason", "Stays on call."))
        .then()
        .statusCode(201);
  }

  @ParameterizedTest
  @CsvSource({"CONTROL_OWNER, false", "AUDITOR, true"})
  void theDatabaseRefusesAnApprovalByWhoeverMadeTheGrant(String role, boolean waits)
      throws Exception {
    UUID grant = hire(admin, client.path(), newSubject("person"), role);

    try (var connection = TestDatabase.inClient(msp.id(), client.id());
        var statement = connection.createStatement()) {
      assertThatThrownBy(
              () ->
                  statement.execute(
                      """
                      insert into role_grant_transition
                        (grant_id, step, decided_by, decided_at, reason)
                      values ('%s', 'APPROVED', '%s', now(), 'Mine.')
                      """
                          .formatted(grant, admin)))
          .hasMessageContaining("third person");
    }
    assertThat(get(admin, client.path() + "/grants/" + grant).<String>path("status"))
        .isEqualTo(waits ? "PENDING_APPROVAL" : "ACTIVE");
  }

  private Response extend(String place, UUID grant, Instant until) {
    return post(
        admin,
        place + "/grants/" + grant + "/extend",
        Map.of("validUntil", until.toString(), "reason", "Goes on."));
  }

  private UUID ending(Duration in) {
    return ending(newSubject("owner"), Instant.now().plus(in).truncatedTo(ChronoUnit.MILLIS));
  }

  private UUID ending(String subject, Instant end) {
    var request = grantOf("CONTROL_OWNER", newPerson(admin, client.path(), subject));
    request.put("validUntil", end.toString());
    return created(post(admin, client.path() + "/grants", request));
  }

  private UUID beginning(Duration in) {
    var request = grantOf("CONTROL_OWNER", newPerson(admin, client.path(), newSubject("owner")));
    request.put("validFrom", Instant.now().plus(in).truncatedTo(ChronoUnit.MILLIS).toString());
    return created(post(admin, client.path() + "/grants", request));
  }

  private static Instant inDays(int days) {
    return Instant.now().plus(Duration.ofDays(days)).truncatedTo(ChronoUnit.MILLIS);
  }

  private List<UUID> listed(String filter) {
    List<String> ids =
        get(admin, client.path() + "/grants" + filter)
            .then()
            .statusCode(200)
            .extract()
            .path("items.id");
    return ids.stream().map(UUID::fromString).toList();
  }

  private String listedRole(String role) {
    return get(admin, client.path() + "/grants?role=" + role).path("items[0].id");
  }
}
