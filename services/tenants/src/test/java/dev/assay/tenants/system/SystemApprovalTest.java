package dev.assay.tenants.system;

import static dev.assay.tenants.system.Systems.approve;
import static dev.assay.tenants.system.Systems.atOnce;
import static dev.assay.tenants.system.Systems.decide;
import static dev.assay.tenants.system.Systems.newSystem;
import static dev.assay.tenants.system.Systems.path;
import static dev.assay.tenants.system.Systems.proposerAndApprover;
import static dev.assay.tenants.system.Systems.replace;
import static dev.assay.tenants.system.Systems.system;
import static dev.assay.tenants.system.Systems.today;
import static dev.assay.tenants.world.World.atClient;
import static dev.assay.tenants.world.World.created;
import static dev.assay.tenants.world.World.firstExecutive;
import static dev.assay.tenants.world.World.get;
import static dev.assay.tenants.world.World.newClient;
import static dev.assay.tenants.world.World.newMsp;
import static dev.assay.tenants.world.World.newPerson;
import static dev.assay.tenants.world.World.newSubject;
import static dev.assay.tenants.world.World.post;
import static dev.assay.tenants.world.World.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.assay.tenants.world.AuditLog;
import dev.assay.tenants.world.World.Client;
import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.statement.NothingHalfDone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A system counts once a second person approved it, and each change that touches scope again. */
@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class SystemApprovalTest {

  private Client client;
  private String reviewer;

  @BeforeEach
  void onboard() {
    client = newClient(newMsp());
    reviewer = atClient(client, "MSP_REVIEWER");
  }

  @Test
  void aSystemCountsOnceSomebodyElseApproves() {
    UUID id = newSystem(client, system("General ledger"));
    get(reviewer, path(client, id))
        .then()
        .statusCode(200)
        .body("state", equalTo("PROPOSED"))
        .body("version", equalTo(0))
        .body("effectiveOn", equalTo(today().toString()))
        .body("proposed.personId", notNullValue())
        .body("approvedVersion", nullValue())
        .body("decided", nullValue());
    inScopeToday().then().body("items", empty());

    decide(reviewer, client, id, 0, "approve", Map.of("reason", "Agreed with the mapping."))
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"v0\""))
        .body("state", equalTo("APPROVED"))
        .body("approvedVersion", equalTo(0))
        .body("inScopeFrom", equalTo(today().toString()))
        .body("decided.reason", equalTo("Agreed with the mapping."));

    inScopeToday().then().body("items.id", contains(id.toString()));
    assertThat(AuditLog.events(id, "system.approved")).isEqualTo(1);
  }

  @Test
  void theClientsExecutiveMayApproveToo() {
    UUID id = newSystem(client, system("General ledger"));

    approve(firstExecutive(client), client, id, 0).then().body("state", equalTo("APPROVED"));
  }

  @Test
  void nobodyDecidesOnWhatTheyProposed() {
    String both = proposerAndApprover(client);
    UUID id = created(post(both, path(client), system("General ledger")));

    NothingHalfDone.by(
        () -> {
          Problems.expect(approve(both, client, id, 0), 403, "system-proposed-by-caller");
          Problems.expect(
              decide(both, client, id, 0, "reject", Map.of("reason", "Withdrawn.")),
              403,
              "system-proposed-by-caller");
        });
    approve(reviewer, client, id, 0).then().statusCode(200);
  }

  @Test
  void nobodyApprovesTheirOwnUnderASecondVersionOfSomebodyElse() {
    String both = proposerAndApprover(client);
    UUID id = created(post(both, path(client), system("General ledger")));
    replace(client, id, 0, system("General ledger", "hosting", "CLOUD")).then().statusCode(200);

    NothingHalfDone.by(
        () -> Problems.expect(approve(both, client, id, 1), 403, "system-proposed-by-caller"));
  }

  @Test
  void whoPutsAnotherOwnerProposesNothing() {
    UUID id = newSystem(client, system("General ledger"));
    approve(reviewer, client, id, 0).then().statusCode(200);
    String both = proposerAndApprover(client);
    UUID owner = newPerson(client.msp().admin(), client.path(), newSubject("owner"));

    put(both, path(client, id), "\"v0\"", system("General ledger", "ownerPersonId", owner))
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"v1\""))
        .body("state", equalTo("APPROVED"))
        .body("approvedVersion", equalTo(1))
        .body("ownerPersonId", equalTo(owner.toString()));

    inScopeToday().then().body("items.ownerPersonId", contains(owner.toString()));
    Problems.expect(approve(both, client, id, 1), 409, "system-not-proposed");
  }

  @Test
  void anApprovedVersionCountsWhileAnotherWaits() {
    UUID id = newSystem(client, system("General ledger"));
    approve(reviewer, client, id, 0).then().statusCode(200);

    replace(client, id, 0, system("General ledger", "hosting", "SAAS"))
        .then()
        .statusCode(200)
        .body("state", equalTo("PROPOSED"))
        .body("hosting", equalTo("SAAS"))
        .body("approvedVersion", equalTo(0));

    inScopeToday()
        .then()
        .body("items.hosting", contains("ON_PREMISES"))
        .body("items.version", contains(0))
        .body("items.state", contains("APPROVED"));
    approve(reviewer, client, id, 1).then().body("approvedVersion", equalTo(1));
    inScopeToday().then().body("items.hosting", contains("SAAS"));
  }

  @Test
  void aRejectionSaysWhyAndLeavesWhatWasApproved() {
    UUID id = newSystem(client, system("General ledger"));
    approve(reviewer, client, id, 0).then().statusCode(200);
    replace(client, id, 0, system("General ledger", "hosting", "SAAS")).then().statusCode(200);

    decide(reviewer, client, id, 1, "reject", Map.of("reason", "Not before the contract."))
        .then()
        .statusCode(200)
        .body("state", equalTo("REJECTED"))
        .body("approvedVersion", equalTo(0))
        .body("decided.reason", equalTo("Not before the contract."));

    inScopeToday().then().body("items.hosting", contains("ON_PREMISES"));
    assertThat(AuditLog.events(id, "system.rejected")).isEqualTo(1);
  }

  @Test
  void whatWasRejectedIsProposedAgainByPuttingItAgain() {
    UUID id = newSystem(client, system("General ledger"));
    decide(reviewer, client, id, 0, "reject", Map.of("reason", "Says too little."))
        .then()
        .statusCode(200);

    replace(client, id, 0, system("General ledger"))
        .then()
        .body("version", equalTo(1))
        .body("state", equalTo("PROPOSED"));

    approve(reviewer, client, id, 1).then().body("state", equalTo("APPROVED"));
  }

  @Test
  void aDecisionHoldsForAllThatWaitedUpToIt() {
    UUID id = newSystem(client, system("General ledger"));
    replace(client, id, 0, system("General ledger", "hosting", "HOSTED")).then().statusCode(200);
    replace(client, id, 1, system("General ledger", "hosting", "CLOUD")).then().statusCode(200);

    approve(reviewer, client, id, 1)
        .then()
        .body("state", equalTo("PROPOSED"))
        .body("version", equalTo(2))
        .body("approvedVersion", equalTo(1));

    get(reviewer, path(client, id) + "/versions")
        .then()
        .body("items.version", contains(0, 1, 2))
        .body("items.state", contains("APPROVED", "APPROVED", "PROPOSED"))
        .body("items.hosting", contains("ON_PREMISES", "HOSTED", "CLOUD"));
    inScopeToday().then().body("items.hosting", contains("HOSTED"));
    Problems.expect(approve(reviewer, client, id, 0), 409, "system-not-proposed");
    decide(reviewer, client, id, 2, "reject", Map.of("reason", "Not agreed."))
        .then()
        .body("approvedVersion", equalTo(1));
  }

  @Test
  void ofManyDecisionsAtOnceOneHolds() throws InterruptedException {
    UUID id = newSystem(client, system("General ledger"));
    String executive = firstExecutive(client);

    List<Response> answers =
        atOnce(
            12,
            i ->
                i % 2 == 0
                    ? approve(reviewer, client, id, 0)
                    : decide(executive, client, id, 0, "reject", Map.of("reason", "No.")));

    assertThat(answers).extracting(Response::statusCode).containsOnlyOnce(200);
    assertThat(answers).extracting(Response::statusCode).filteredOn(s -> s == 409).hasSize(11);
    assertThat(AuditLog.events(id, "system.approved") + AuditLog.events(id, "system.rejected"))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\u2003"})
  void aRejectionWithoutAReasonIsRefused(String reason) {
    UUID id = newSystem(client, system("General ledger"));

    NothingHalfDone.by(
        () ->
            decide(reviewer, client, id, 0, "reject", Map.of("reason", reason))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/reason")));
  }

  @Test
  void whatIsNotThereCannotBeDecidedOn() {
    UUID id = newSystem(client, system("General ledger"));
    UUID elsewhere = newSystem(newClient(client.msp()), system("General ledger"));

    NothingHalfDone.by(
        () -> {
          Problems.expect(approve(reviewer, client, id, 1), 404, "not-found");
          Problems.expect(approve(reviewer, client, id, -1), 404, "not-found");
          Problems.expect(approve(reviewer, client, elsewhere, 0), 404, "not-found");
          Problems.expect(approve(reviewer, client, UUID.randomUUID(), 0), 404, "not-found");
          Problems.expect(get(reviewer, path(client, elsewhere) + "/versions"), 404, "not-found");
        });
  }

  @Test
  void theSameKeyTwiceIsOneDecision() {
    UUID id = newSystem(client, system("General ledger"));
    String key = UUID.randomUUID().toString();
    String approve = path(client, id) + "/versions/0/approve";

    post(reviewer, approve, key, Map.of()).then().statusCode(200);
    post(reviewer, approve, key, Map.of()).then().statusCode(200);

    assertThat(AuditLog.events(id, "system.approved")).isEqualTo(1);
  }

  private Response inScopeToday() {
    return get(reviewer, path(client) + "?asOf=" + today());
  }
}
