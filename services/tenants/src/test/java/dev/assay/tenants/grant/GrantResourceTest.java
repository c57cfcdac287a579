package dev.assay.tenants.grant;

import static dev.assay.tenants.world.World.OPERATOR;
import static dev.assay.tenants.world.World.approve;
import static dev.assay.tenants.world.World.atClient;
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
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.assay.tenants.world.TestClock;
import dev.assay.tenants.world.World.Client;
import dev.assay.tenants.world.World.Msp;
import dev.assay.tenants.world.WorldResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class GrantResourceTest {

  private Msp msp;
  private Client client;

  @BeforeEach
  void onboard() {
    msp = newMsp();
    client = newClient(msp);
  }

  @AfterEach
  void setTheClockBack() {
    TestClock.ahead(Duration.ZERO);
  }

  @Test
  void anAdminReachesEveryClientOfTheMspAndATechnicianOnlyThoseGranted() {
    Client other = newClient(msp);
    String technician = atClient(client, "MSP_TECHNICIAN");

    effectiveAtClient(msp.admin(), other.id())
        .then()
        .statusCode(200)
        .body("roles", contains("MSP_ADMIN"))
        .body("mspId", equalTo(msp.id().toString()))
        .body("clientId", equalTo(other.id().toString()));
    effectiveAtClient(technician, client.id())
        .then()
        .statusCode(200)
        .body("roles", contains("MSP_TECHNICIAN"));
    effectiveAtClient(technician, other.id()).then().statusCode(404);
  }

  @Test
  void aTechnicianOfTheMspAloneReachesNoClient() {
    String technician = newSubject("technician");
    hire(msp.admin(), msp.path(), technician, "MSP_TECHNICIAN");

    get(technician, "/v1/grants/effective?msp=" + msp.id())
        .then()
        .statusCode(200)
        .body("allClients", equalTo(false))
        .body("clientIds", equalTo(List.of()));
    effectiveAtClient(technician, client.id()).then().statusCode(404);
  }

  @Test
  void anOperatorReachesEveryPlaceAndIsNothingElseThere() {
    effectiveAtClient(OPERATOR, client.id())
        .then()
        .statusCode(200)
        .body("roles", contains("PLATFORM_OPERATOR"));
    get(OPERATOR, client.path()).then().statusCode(403);
    get(OPERATOR, msp.path() + "/clients").then().statusCode(403);
  }

  @Test
  void theFirstExecutiveIsNothingBeforeAnOperatorApproves() {
    String executive = newSubject("executive");
    UUID grant = hire(msp.admin(), client.path(), executive, "CLIENT_EXECUTIVE");
    effectiveAtClient(executive, client.id()).then().statusCode(404);
    get(msp.admin(), client.path() + "/grants/" + grant)
        .then()
        .body("status", equalTo("PENDING_APPROVAL"));

    approve(OPERATOR, client, grant).then().statusCode(200).body("status", equalTo("ACTIVE"));

    effectiveAtClient(executive, client.id())
        .then()
        .statusCode(200)
        .body("roles", contains("CLIENT_EXECUTIVE"));
  }

  @Test
  void furtherExecutivesAreApprovedByAnExecutiveAndNoLongerByAnOperator() {
    String first = firstExecutive(client);
    UUID second = hire(msp.admin(), client.path(), newSubject("executive"), "CLIENT_EXECUTIVE");

    approve(OPERATOR, client, second).then().statusCode(403);

    approve(first, client, second).then().statusCode(200).body("status", equalTo("ACTIVE"));
  }

  @Test
  void ofFirstExecutivesApprovedAtOnceOneIsFirstAndDecidesOnTheOthers() throws Exception {
    for (int round = 0; round < 10; round++) {
      Client fresh = newClient(msp);
      List<UUID> pending = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        pending.add(hire(msp.admin(), fresh.path(), newSubject("executive"), "CLIENT_EXECUTIVE"));
      }

      List<Integer> answers =
          atOnce(
              pending.stream()
                  .<Callable<Integer>>map(
                      grant -> () -> approve(OPERATOR, fresh, grant).statusCode())
                  .toList());

      assertThat(answers).containsExactlyInAnyOrder(200, 403, 403, 403);
    }
  }

  @Test
  void anAuditorIsApprovedByAnExecutiveAndByNobodyElse() {
    String executive = firstExecutive(client);
    String auditor = newSubject("auditor");
    UUID grant = hire(msp.admin(), client.path(), auditor, "AUDITOR");

    approve(msp.admin(), client, grant).then().statusCode(403);
    approve(OPERATOR, client, grant).then().statusCode(403);
    approve(executive, client, grant).then().statusCode(200);

    effectiveAtClient(auditor, client.id())
        .then()
        .body("roles", contains("AUDITOR"))
        .body("validUntil", equalTo("2099-01-01T00:00:00Z"));
    approve(executive, client, grant)
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/grant-not-pending"));
  }

  @Test
  void anAuditorWithoutAnEndIsRefused() {
    UUID person = newPerson(msp.admin(), client.path(), newSubject("auditor"));
    var endless = grantOf("AUDITOR", person);
    endless.remove("validUntil");

    post(msp.admin(), client.path() + "/grants", endless)
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/validUntil"));
  }

  @ParameterizedTest
  @CsvSource({
    "2020-01-01T00:00:00Z, 2099-01-01T00:00:00Z, /validFrom",
    "2098-01-01T00:00:00Z, 2097-01-01T00:00:00Z, /validUntil",
    ", 2020-01-01T00:00:00Z, /validUntil"
  })
  void anImpossiblePeriodIsRefused(String from, String until, String pointer) {
    UUID person = newPerson(msp.admin(), client.path(), newSubject("owner"));
    var grant = grantOf("CONTROL_OWNER", person);
    grant.put("validFrom", from);
    grant.put("validUntil", until);

    post(msp.admin(), client.path() + "/grants", grant)
        .then()
        .statusCode(400)
        .body("errors.pointer", contains(pointer));
  }

  @Test
  void aGrantEndsByItselfAndBeginsNotBeforeItsTime() {
    Instant now = Instant.now();
    String owner = newSubject("owner");
    var grant = grantOf("CONTROL_OWNER", newPerson(msp.admin(), client.path(), owner));
    grant.put("validFrom", now.plus(Duration.ofHours(1)).toString());
    grant.put("validUntil", now.plus(Duration.ofHours(2)).toString());
    UUID id = created(post(msp.admin(), client.path() + "/grants", grant));

    assertThat(statusOf(id)).isEqualTo("SCHEDULED");
    effectiveAtClient(owner, client.id()).then().statusCode(404);

    TestClock.ahead(Duration.ofMinutes(90));
    assertThat(statusOf(id)).isEqualTo("ACTIVE");
    effectiveAtClient(owner, client.id()).then().statusCode(200);

    TestClock.ahead(Duration.ofMinutes(121));
    assertThat(statusOf(id)).isEqualTo("EXPIRED");
    effectiveAtClient(owner, client.id()).then().statusCode(404);
  }

  @Test
  void aRevokedGrantIsOffAtOnceAndForGood() {
    String owner = newSubject("owner");
    UUID grant = hire(msp.admin(), client.path(), owner, "CONTROL_OWNER");
    get(owner, client.path()).then().statusCode(200);

    revoke(msp.admin(), client.path(), grant)
        .then()
        .statusCode(200)
        .body("status", equalTo("REVOKED"));

    get(owner, client.path()).then().statusCode(404);
    effectiveAtClient(owner, client.id()).then().statusCode(404);
    revoke(msp.admin(), client.path(), grant)
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/grant-already-revoked"));
  }

  @Test
  void aRevokedPendingGrantCannotBeApproved() {
    UUID grant = hire(msp.admin(), client.path(), newSubject("executive"), "CLIENT_EXECUTIVE");
    revoke(msp.admin(), client.path(), grant).then().statusCode(200);

    approve(OPERATOR, client, grant).then().statusCode(409);
  }

  @Test
  void nobodyWorksForTheMspAndForItsClient() {
    String technician = atClient(client, "MSP_TECHNICIAN");
    UUID asOwner = newPerson(msp.admin(), client.path(), technician);
    post(msp.admin(), client.path() + "/grants", grantOf("CONTROL_OWNER", asOwner))
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/independence-broken"));

    String owner = newSubject("owner");
    hire(msp.admin(), client.path(), owner, "CONTROL_OWNER");
    UUID asTechnician = newPerson(msp.admin(), msp.path(), owner);
    post(msp.admin(), msp.path() + "/grants", grantOf("MSP_TECHNICIAN", asTechnician))
        .then()
        .statusCode(409)
        .body("type", equalTo("/problems/independence-broken"));
  }

  @Test
  void ofTwoGrantsOnBothSidesAtOnceOneIsRefused() throws Exception {
    for (int round = 0; round < 5; round++) {
      String subject = newSubject("both");
      UUID ofMsp = newPerson(msp.admin(), msp.path(), subject);
      UUID ofClient = newPerson(msp.admin(), client.path(), subject);

      List<Integer> answers =
          atOnce(
              List.of(
                  () -> grant(msp.path(), "MSP_TECHNICIAN", ofMsp).statusCode(),
                  () -> grant(client.path(), "CONTROL_OWNER", ofClient).statusCode()));

      assertThat(answers).containsExactlyInAnyOrder(201, 409);
    }
  }

  @Test
  void workingForAnotherMspsClientIsNoConflict() {
    String technician = atClient(client, "MSP_TECHNICIAN");
    Client elsewhere = newClient(newMsp("Harbour Gate IT (demo)"));

    hire(elsewhere.msp().admin(), elsewhere.path(), technician, "CONTROL_OWNER");

    effectiveAtClient(technician, elsewhere.id()).then().body("roles", contains("CONTROL_OWNER"));
  }

  @Test
  void theMspNeverLearnsOfAClientsPeopleThroughItsOwnLists() {
    hire(msp.admin(), client.path(), newSubject("owner"), "CONTROL_OWNER");

    get(msp.admin(), msp.path() + "/grants")
        .then()
        .statusCode(200)
        .body("items.role", contains("MSP_ADMIN"));
  }

  @Test
  void nobodyGrantsThemselvesOrAboveTheirRole() {
    String technician = atClient(client, "MSP_TECHNICIAN");
    UUID admin = newPerson(msp.admin(), msp.path(), newSubject("person"));

    post(technician, client.path() + "/grants", grantOf("CONTROL_OWNER", admin))
        .then()
        .statusCode(403);
    post(OPERATOR, msp.path() + "/grants", grantOf("MSP_ADMIN", admin))
        .then()
        .statusCode(403)
        .body("type", equalTo("/problems/grant-beyond-own-role"));
    post(OPERATOR, msp.path() + "/grants", grantOf("MSP_TECHNICIAN", admin)).then().statusCode(403);
    post(OPERATOR, client.path() + "/grants", grantOf("CLIENT_EXECUTIVE", admin))
        .then()
        .statusCode(403);
    post(msp.admin(), msp.path() + "/grants", grantOf("PLATFORM_OPERATOR", admin))
        .then()
        .statusCode(403);
    post(msp.admin(), client.path() + "/grants", grantOf("MSP_ADMIN", admin))
        .then()
        .statusCode(403);
    UUID self = newPerson(msp.admin(), client.path(), msp.admin());
    post(msp.admin(), client.path() + "/grants", grantOf("CONTROL_OWNER", self))
        .then()
        .statusCode(403)
        .body("type", equalTo("/problems/grant-concerns-caller"));
  }

  @Test
  void anOperatorMakesANewAdminOnceTheLastOneIsGone() {
    UUID adminGrant =
        UUID.fromString(
            get(msp.admin(), msp.path() + "/grants").then().extract().path("items[0].id"));
    revoke(OPERATOR, msp.path(), adminGrant).then().statusCode(200);

    String successor = newSubject("admin");
    hire(OPERATOR, msp.path(), successor, "MSP_ADMIN");

    get(successor, client.path()).then().statusCode(200);
    get(msp.admin(), client.path()).then().statusCode(404);
  }

  @Test
  void rolesFitThePersonsSideAndKind() {
    UUID ofMsp = newPerson(msp.admin(), msp.path(), newSubject("technician"));
    UUID ofClient = newPerson(msp.admin(), client.path(), newSubject("owner"));
    UUID account = newPerson(msp.admin(), msp.path(), newSubject("integration"), "SERVICE_ACCOUNT");

    grant(client.path(), "CONTROL_OWNER", ofMsp).then().statusCode(422);
    grant(client.path(), "MSP_TECHNICIAN", ofClient).then().statusCode(422);
    grant(client.path(), "MSP_TECHNICIAN", account).then().statusCode(422);
    grant(client.path(), "INTEGRATION", ofMsp).then().statusCode(422);
    grant(client.path(), "INTEGRATION", account).then().statusCode(201);
  }

  @Test
  void aForeignPersonIsAsUnknownAsARandomOne() {
    Client other = newClient(msp);
    UUID foreign = newPerson(msp.admin(), other.path(), newSubject("owner"));

    for (UUID person : List.of(foreign, UUID.randomUUID())) {
      grant(client.path(), "CONTROL_OWNER", person)
          .then()
          .statusCode(400)
          .body("errors.pointer", contains("/personId"));
    }
  }

  @Test
  void aSecondOperatorComesFromTheFirst() {
    String second = newSubject("operator");
    hire(OPERATOR, "/v1/platform", second, "PLATFORM_OPERATOR");

    get(second, "/v1/msps").then().statusCode(200);
    get(second, "/v1/platform/people").then().body("items.side", hasItem("PLATFORM"));
    get(second, "/v1/platform/grants").then().body("items.role", hasItem("PLATFORM_OPERATOR"));
  }

  @Test
  void anOperatorWithAnotherGrantStaysAnOperatorOnly() {
    String operator = newSubject("operator");
    hire(OPERATOR, "/v1/platform", operator, "PLATFORM_OPERATOR");
    UUID person = newPerson(msp.admin(), msp.path(), operator);
    grant(msp.path(), "MSP_ADMIN", person).then().statusCode(201);

    get(operator, client.path()).then().statusCode(403);
  }

  @Test
  void theClientsPeopleListShowsItsOwnAndWhoeverWorksForIt() {
    Client other = newClient(msp);
    atClient(client, "MSP_TECHNICIAN");
    atClient(other, "MSP_REVIEWER");
    String executive = firstExecutive(client);
    auditor(client, executive);

    get(executive, client.path() + "/people")
        .then()
        .statusCode(200)
        .body("items.side", containsInAnyOrder("MSP", "CLIENT", "CLIENT"));
  }

  private Response grant(String place, String role, UUID person) {
    return post(msp.admin(), place + "/grants", grantOf(role, person));
  }

  private String statusOf(UUID grant) {
    return get(msp.admin(), client.path() + "/grants/" + grant).then().extract().path("status");
  }

  private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
    try (var threads = Executors.newFixedThreadPool(calls.size())) {
      var futures = threads.invokeAll(calls);
      return IntStream.range(0, calls.size()).mapToObj(i -> futures.get(i).resultNow()).toList();
    }
  }
}
