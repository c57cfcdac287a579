package dev.assay.tenants.grant;

import static dev.assay.tenants.world.World.created;
import static dev.assay.tenants.world.World.effectiveAtClient;
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
import static org.hamcrest.Matchers.nullValue;

import dev.assay.tenants.world.AuditLog;
import dev.assay.tenants.world.World.Client;
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
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class ServiceAccountTest {

  private Client client;
  private String admin;
  private String msp;

  @BeforeEach
  void onboard() {
    client = newClient(newMsp());
    admin = client.msp().admin();
    msp = client.msp().path();
  }

  @Test
  void isGrantedNothingUntilSomebodyAnswersForIt() {
    UUID account = unowned();

    NothingHalfDone.by(
        () ->
            Problems.expect(
                post(admin, client.path() + "/grants", grantOf("INTEGRATION", account)),
                409,
                "service-account-unowned"));
    UUID owner = technician();
    name(account, owner).then().statusCode(200);

    post(admin, client.path() + "/grants", grantOf("INTEGRATION", account))
        .then()
        .statusCode(201)
        .body("responsiblePersonId", equalTo(owner.toString()));
    assertThat(AuditLog.events(account, "service-account.owner-named")).isEqualTo(1);
  }

  @Test
  void isAnsweredForByAPersonOfTheMsp() {
    UUID account = unowned();
    UUID ofClient = newPerson(admin, client.path(), newSubject("owner"));
    UUID person = technician();

    NothingHalfDone.by(
        () -> {
          for (UUID nobody : new UUID[] {account, ofClient, UUID.randomUUID()}) {
            name(account, nobody)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/personId"));
          }
          Problems.expect(name(person, person), 404, "not-found");
        });
  }

  @Test
  void itsGrantEndsWithinAYear() {
    UUID account = newPerson(admin, msp, newSubject("account"), "SERVICE_ACCOUNT");
    var endless = grantOf("INTEGRATION", account);
    endless.remove("validUntil");
    var tooLong = grantOf("INTEGRATION", account);
    tooLong.put("validUntil", aYearFromNow().plus(Duration.ofDays(1)).toString());
    var longest = grantOf("INTEGRATION", account);
    longest.put("validUntil", aYearFromNow().minusSeconds(60).toString());

    for (var refused : new Map<?, ?>[] {endless, tooLong}) {
      post(admin, client.path() + "/grants", refused)
          .then()
          .statusCode(400)
          .body("errors.pointer", contains("/validUntil"));
    }
    UUID grant = created(post(admin, client.path() + "/grants", longest));
    post(
            admin,
            client.path() + "/grants/" + grant + "/extend",
            Map.of(
                "validUntil",
                aYearFromNow().plus(Duration.ofDays(400)).toString(),
                "reason",
                "Goes on."))
        .then()
        .statusCode(400);
    post(
            admin,
            client.path() + "/grants/" + grant + "/extend",
            Map.of(
                "validUntil",
                aYearFromNow().plus(Duration.ofDays(300)).toString(),
                "reason",
                "Goes on."))
        .then()
        .statusCode(201);
  }

  @Test
  void theDatabaseHoldsTheYearAndTheOwnersKind() throws Exception {
    UUID account = newPerson(admin, msp, newSubject("account"), "SERVICE_ACCOUNT");
    UUID owner = technician();
    try (var connection = TestDatabase.inClient(client.msp().id(), client.id());
        var statement = connection.createStatement()) {
      assertThatThrownBy(
              () ->
                  statement.execute(
                      """
                      insert into role_grant (id, person_id, subject, role, valid_from, valid_until,
                        reason, needs_approval, granted_by, granted_at, responsible_id)
                      select gen_random_uuid(), id, subject, 'INTEGRATION', now(),
                        now() + interval '400 days', 'Long.', false, 'x', now(), '%s'
                      from person where id = '%s'
                      """
                          .formatted(owner, account)))
          .hasMessageContaining("role_grant_of_service_account");
    }
    try (var connection = TestDatabase.inMsp(client.msp().id());
        var statement = connection.createStatement()) {
      assertThatThrownBy(
              () ->
                  statement.execute(
                      """
                      insert into service_account_owner
                        (id, account_id, owner_id, reason, named_by, named_at)
                      values (gen_random_uuid(), '%s', '%s', 'A.', 'x', now())
                      """
                          .formatted(owner, account)))
          .hasMessageContaining("foreign key");
    }
  }

  @Test
  void isListedWithWhatNeedsLookingAt() {
    UUID unowned = unowned();
    UUID owned = newPerson(admin, msp, newSubject("account"), "SERVICE_ACCOUNT");
    String leaver = newSubject("technician");
    UUID leaversGrant = hire(admin, msp, leaver, "MSP_TECHNICIAN");
    UUID leaversPerson =
        UUID.fromString(get(admin, msp + "/grants/" + leaversGrant).path("personId"));
    UUID orphan = unowned();
    name(orphan, leaversPerson).then().statusCode(200).body("attention", nullValue());
    revoke(admin, msp, leaversGrant).then().statusCode(200);

    get(admin, msp + "/service-accounts")
        .then()
        .statusCode(200)
        .body("items.personId", contains(unowned.toString(), owned.toString(), orphan.toString()))
        .body("items.attention", contains("OWNER_MISSING", null, "OWNER_WITHOUT_ROLE"))
        .body("items[2].owner.personId", equalTo(leaversPerson.toString()));

    SqlStatements.atMost(4, () -> get(admin, msp + "/service-accounts").then().statusCode(200));
  }

  @Test
  void theLastOwnerNamedCounts() {
    UUID account = newPerson(admin, msp, newSubject("account"), "SERVICE_ACCOUNT");
    UUID successor = technician();

    name(account, successor)
        .then()
        .statusCode(200)
        .body("owner.personId", equalTo(successor.toString()))
        .body("owner.namedBy", equalTo(admin));

    get(admin, msp + "/service-accounts")
        .then()
        .body("items.owner.personId", contains(successor.toString()));
  }

  @Test
  void holdsNoRoleButIntegrationAndNobodyElseHoldsThat() {
    String subject = newSubject("account");
    UUID account = newPerson(admin, msp, subject, "SERVICE_ACCOUNT");

    for (String role : new String[] {"MSP_ADMIN", "MSP_TECHNICIAN", "MSP_REVIEWER"}) {
      Problems.expect(
          post(admin, msp + "/grants", grantOf(role, account)), 422, "role-not-for-person");
    }
    Problems.expect(
        post(admin, client.path() + "/grants", grantOf("INTEGRATION", technician())),
        422,
        "role-not-for-person");
    effectiveAtClient(subject, client.id()).then().statusCode(404);
  }

  private UUID unowned() {
    return created(
        post(
            admin,
            msp + "/people",
            Map.of(
                "subject",
                newSubject("account"),
                "displayName",
                "Demo account",
                "kind",
                "SERVICE_ACCOUNT")));
  }

  private UUID technician() {
    return newPerson(admin, msp, newSubject("technician"));
  }

  private Response name(UUID account, UUID owner) {
    return post(
        admin,
        msp + "/service-accounts/" + account + "/owner",
        Map.of("personId", owner, "reason", "Runs it."));
  }

  private static Instant aYearFromNow() {
    return Instant.now().atOffset(ZoneOffset.UTC).plusYears(1).toInstant();
  }
}
