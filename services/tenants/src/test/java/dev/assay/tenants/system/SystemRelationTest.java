package dev.assay.tenants.system;

import static dev.assay.tenants.system.Systems.atOnce;
import static dev.assay.tenants.system.Systems.newSystem;
import static dev.assay.tenants.system.Systems.path;
import static dev.assay.tenants.system.Systems.replace;
import static dev.assay.tenants.system.Systems.system;
import static dev.assay.tenants.world.World.get;
import static dev.assay.tenants.world.World.newClient;
import static dev.assay.tenants.world.World.newMsp;
import static dev.assay.tenants.world.World.newPerson;
import static dev.assay.tenants.world.World.newSubject;
import static dev.assay.tenants.world.World.post;
import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On which systems a system rests, who owns it, and from whom it comes. */
@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class SystemRelationTest {

  private Client client;
  private UUID database;
  private UUID cloud;

  @BeforeEach
  void putADatabaseOnACloud() {
    client = newClient(newMsp());
    cloud = newSystem(client, system("Cloud account", "kind", "CLOUD"));
    database = newSystem(client, system("Ledger database", "runsOn", List.of(cloud)));
  }

  @Test
  void aSystemSaysOnWhatItRests() {
    UUID ledger = newSystem(client, ledgerOn(cloud, database));

    get(client.msp().admin(), path(client, ledger))
        .then()
        .body("runsOn", contains(cloud.toString()))
        .body("storesDataIn", contains(database.toString()));
    replace(client, ledger, 0, system("General ledger"))
        .then()
        .body("state", equalTo("PROPOSED"))
        .body("runsOn", empty());
    get(client.msp().admin(), path(client, ledger) + "/versions")
        .then()
        .body("items[0].storesDataIn", contains(database.toString()))
        .body("items[1].storesDataIn", empty());
  }

  @Test
  void theSameOrderOfOthersIsTheSameVersion() {
    UUID ledger =
        newSystem(client, system("General ledger", "runsOn", List.of(cloud, database, cloud)));

    replace(client, ledger, 0, system("General ledger", "runsOn", List.of(database, cloud)))
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"v0\""));
  }

  @Test
  void noSystemRestsOnItself() {
    UUID ledger = newSystem(client, ledgerOn(cloud, database));

    NothingHalfDone.by(
        () -> {
          restsOnItself(cloud, system("Cloud account", "runsOn", List.of(cloud)));
          restsOnItself(cloud, system("Cloud account", "storesDataIn", List.of(database)));
          restsOnItself(cloud, system("Cloud account", "runsOn", List.of(ledger)));
          restsOnItself(
              database, system("Ledger database", "storesDataIn", List.of(cloud, ledger)));
        });
  }

  @Test
  void twoThatWouldRestOnEachOtherDoNotBothComeToBe() throws InterruptedException {
    for (int round = 0; round < 8; round++) {
      UUID one = newSystem(client, system("One " + round));
      UUID two = newSystem(client, system("Two " + round));
      String names = " " + round;

      List<Response> answers =
          atOnce(
              2,
              i ->
                  i == 0
                      ? replace(client, one, 0, system("One" + names, "runsOn", List.of(two)))
                      : replace(
                          client, two, 0, system("Two" + names, "storesDataIn", List.of(one))));

      assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 409);
    }
  }

  @Test
  void aSystemRestsOnOthersOfItsClientAlone() {
    UUID foreign = newSystem(newClient(client.msp()), system("General ledger"));
    UUID nobodys = UUID.randomUUID();

    NothingHalfDone.by(
        () -> {
          for (UUID other : List.of(foreign, nobodys)) {
            refused(system("Ledger", "runsOn", List.of(cloud, other)), "/runsOn");
            refused(system("Ledger", "storesDataIn", List.of(other)), "/storesDataIn");
          }
          refused(system("Ledger", "runsOn", Collections.nCopies(51, cloud)), "/runsOn");
        });
  }

  @Test
  void theOwnerIsAPersonOfTheClientOrOfItsMsp() {
    UUID ours = newPerson(client.msp().admin(), client.path(), newSubject("owner"));
    UUID msps = newPerson(client.msp().admin(), client.msp().path(), newSubject("technician"));

    for (UUID owner : List.of(ours, msps)) {
      UUID ledger = newSystem(client, system("Ledger of " + owner, "ownerPersonId", owner));
      get(client.msp().admin(), path(client, ledger))
          .then()
          .body("ownerPersonId", equalTo(owner.toString()));
    }
  }

  @Test
  void nobodyElseOwnsASystem() {
    Client sibling = newClient(client.msp());
    Client foreign = newClient(newMsp("Harbour Gate IT (demo)"));
    UUID theirs = newPerson(sibling.msp().admin(), sibling.path(), newSubject("owner"));
    UUID far = newPerson(foreign.msp().admin(), foreign.msp().path(), newSubject("technician"));
    UUID account =
        newPerson(
            client.msp().admin(), client.msp().path(), newSubject("agent"), "SERVICE_ACCOUNT");

    NothingHalfDone.by(
        () -> {
          for (UUID owner : List.of(theirs, far, account, UUID.randomUUID())) {
            refused(system("Ledger", "ownerPersonId", owner), "/ownerPersonId");
          }
        });
  }

  @Test
  void aVendorIsNamedAndItsRecordMayFollow() {
    UUID vendor = UUID.randomUUID();
    UUID ledger = newSystem(client, system("Ledger", "vendorName", " Ledger Works (demo) "));
    get(client.msp().admin(), path(client, ledger))
        .then()
        .body("vendorName", equalTo("Ledger Works (demo)"));

    var linked = system("Ledger", "vendorName", "Ledger Works (demo)");
    linked.put("vendorId", vendor);
    replace(client, ledger, 0, linked)
        .then()
        .body("vendorId", equalTo(vendor.toString()))
        .body("version", equalTo(1));

    NothingHalfDone.by(
        () -> {
          refused(system("Payroll", "vendorId", vendor), "/vendorName");
          refused(system("Payroll", "vendorName", "\u2003"), "/vendorName");
          refused(system("Payroll", "vendorName", "x".repeat(201)), "/vendorName");
        });
  }

  private void restsOnItself(UUID system, Map<String, Object> content) {
    Problems.expect(replace(client, system, 0, content), 409, "system-rests-on-itself");
  }

  private void refused(Map<String, Object> system, String pointer) {
    post(client.msp().admin(), path(client), system)
        .then()
        .statusCode(400)
        .body("errors.pointer", contains(pointer));
  }

  private static Map<String, Object> ledgerOn(UUID cloud, UUID database) {
    var ledger = system("General ledger", "runsOn", List.of(cloud));
    ledger.put("storesDataIn", List.of(database));
    return ledger;
  }
}
