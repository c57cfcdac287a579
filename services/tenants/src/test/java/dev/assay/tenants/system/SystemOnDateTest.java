package dev.assay.tenants.system;

import static dev.assay.tenants.system.Systems.approve;
import static dev.assay.tenants.system.Systems.change;
import static dev.assay.tenants.system.Systems.decide;
import static dev.assay.tenants.system.Systems.newSystem;
import static dev.assay.tenants.system.Systems.path;
import static dev.assay.tenants.system.Systems.record;
import static dev.assay.tenants.system.Systems.replace;
import static dev.assay.tenants.system.Systems.retire;
import static dev.assay.tenants.system.Systems.system;
import static dev.assay.tenants.system.Systems.today;
import static dev.assay.tenants.world.World.atClient;
import static dev.assay.tenants.world.World.get;
import static dev.assay.tenants.world.World.newClient;
import static dev.assay.tenants.world.World.newMsp;
import static dev.assay.tenants.world.World.newPerson;
import static dev.assay.tenants.world.World.newSubject;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.assay.tenants.world.World.Client;
import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.statement.NothingHalfDone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was in scope on a date, and how a system leaves scope and comes back. */
@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class SystemOnDateTest {

  private static final LocalDate IN_SCOPE = LocalDate.of(2026, 1, 1);
  private static final LocalDate MOVE = LocalDate.of(2026, 9, 1);

  private Client client;
  private String reviewer;
  private UUID ledger;

  @BeforeEach
  void approveALedger() {
    client = newClient(newMsp());
    reviewer = atClient(client, "MSP_REVIEWER");
    ledger = newSystem(client, system("General ledger", "effectiveOn", IN_SCOPE.toString()));
    approve(reviewer, client, ledger, 0).then().statusCode(200);
  }

  @Test
  void aSystemLeavesScopeOnceSomebodyElseApproves() {
    LocalDate leaves = LocalDate.of(2026, 7, 1);
    retire(client, ledger, leaves).then().statusCode(200).body("state", equalTo("PROPOSED"));
    inScope(leaves).then().body("items.id", contains(ledger.toString()));

    approve(reviewer, client, ledger, 1)
        .then()
        .body("state", equalTo("RETIRED"))
        .body("effectiveOn", equalTo(leaves.toString()));

    inScope(leaves).then().body("items", empty());
    inScope(leaves.minusDays(1)).then().body("items.id", contains(ledger.toString()));
    feed("").then().body("items.kind", contains("RETIREMENT"));
    NothingHalfDone.by(
        () -> {
          Problems.expect(retire(client, ledger, leaves), 409, "system-retired");
          Problems.expect(record(client, ledger, change("UPGRADE", leaves)), 409, "system-retired");
        });
  }

  @Test
  void aRetiredSystemComesBackWhenItIsPutAgainAndApproved() {
    retire(client, ledger, LocalDate.of(2026, 7, 1)).then().statusCode(200);
    approve(reviewer, client, ledger, 1).then().statusCode(200);

    replace(client, ledger, 1, system("General ledger", "effectiveOn", "2026-10-01"))
        .then()
        .body("state", equalTo("PROPOSED"));
    inScope(LocalDate.of(2026, 10, 1)).then().body("items", empty());
    approve(reviewer, client, ledger, 2).then().body("state", equalTo("APPROVED"));

    inScope(LocalDate.of(2026, 9, 30)).then().body("items", empty());
    inScope(LocalDate.of(2026, 10, 1)).then().body("items.version", contains(2));
  }

  @Test
  void aRejectedRetirementIsNotProposedAgainByTheNextChange() {
    retire(client, ledger, LocalDate.of(2026, 7, 1)).then().statusCode(200);
    decide(reviewer, client, ledger, 1, "reject", Map.of("reason", "Still in use."))
        .then()
        .statusCode(200);

    record(client, ledger, change("UPGRADE", MOVE)).then().statusCode(201);

    approve(reviewer, client, ledger, 2).then().body("state", equalTo("APPROVED"));
  }

  @Test
  void eachDateShowsTheVersionThatHeldThen() {
    replace(client, ledger, 0, moved("CLOUD", "2026-06-01")).then().statusCode(200);
    replace(client, ledger, 1, moved("SAAS", "2026-09-01")).then().statusCode(200);
    approve(reviewer, client, ledger, 2).then().statusCode(200);

    inScope(LocalDate.of(2025, 12, 31)).then().body("items", empty());
    inScope(LocalDate.of(2026, 5, 31)).then().body("items.hosting", contains("ON_PREMISES"));
    inScope(LocalDate.of(2026, 6, 1)).then().body("items.hosting", contains("CLOUD"));
    inScope(LocalDate.of(2026, 8, 31)).then().body("items.hosting", contains("CLOUD"));
    inScope(LocalDate.of(2026, 9, 1)).then().body("items.hosting", contains("SAAS"));
  }

  @Test
  void aLaterCorrectionHoldsFromItsDateOverAllThatWasSaidBefore() {
    replace(client, ledger, 0, moved("CLOUD", "2026-06-01")).then().statusCode(200);
    approve(reviewer, client, ledger, 1).then().statusCode(200);
    replace(client, ledger, 1, moved("HOSTED", "2026-03-01")).then().statusCode(200);
    approve(reviewer, client, ledger, 2).then().statusCode(200);

    inScope(LocalDate.of(2026, 2, 28)).then().body("items.hosting", contains("ON_PREMISES"));
    inScope(LocalDate.of(2026, 4, 1)).then().body("items.hosting", contains("HOSTED"));
    inScope(LocalDate.of(2026, 7, 1)).then().body("items.hosting", contains("HOSTED"));
  }

  @Test
  void anotherOwnerDoesNotBringForwardWhatTakesEffectLater() {
    LocalDate later = today().plusDays(30);
    UUID owner = newPerson(client.msp().admin(), client.path(), newSubject("owner"));
    replace(client, ledger, 0, moved("CLOUD", later.toString())).then().statusCode(200);
    approve(reviewer, client, ledger, 1).then().statusCode(200);
    var owned = system("General ledger", "hosting", "CLOUD");
    owned.put("ownerPersonId", owner);

    replace(client, ledger, 1, owned)
        .then()
        .body("state", equalTo("APPROVED"))
        .body("effectiveOn", equalTo(later.toString()));

    inScope(today()).then().body("items.hosting", contains("ON_PREMISES"));
    inScope(later).then().body("items.ownerPersonId", contains(owner.toString()));
  }

  @ParameterizedTest
  @CsvSource({"2025-12-31", "1999-12-31", "2101-01-01"})
  void refusesARetirementThatCannotBe(LocalDate retiredOn) {
    NothingHalfDone.by(
        () ->
            retire(client, ledger, retiredOn)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/retiredOn")));
  }

  private static Map<String, Object> moved(String hosting, String effectiveOn) {
    var system = system("General ledger", "hosting", hosting);
    system.put("effectiveOn", effectiveOn);
    return system;
  }

  private Response feed(String parameters) {
    return get(reviewer, client.path() + "/system-changes" + parameters);
  }

  private Response inScope(LocalDate date) {
    return get(reviewer, path(client) + "?asOf=" + date);
  }
}
