package dev.assay.tenants.person;

import static dev.assay.tenants.world.World.get;
import static dev.assay.tenants.world.World.newClient;
import static dev.assay.tenants.world.World.newMsp;
import static dev.assay.tenants.world.World.newPerson;
import static dev.assay.tenants.world.World.newSubject;
import static dev.assay.tenants.world.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.assay.tenants.world.AuditLog;
import dev.assay.tenants.world.World.Client;
import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.problem.Problems;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class PeopleResourceTest {

  private Client client;
  private String admin;

  @BeforeEach
  void onboard() {
    client = newClient(newMsp());
    admin = client.msp().admin();
  }

  @Test
  void aPersonIsKnownOnceInAPlaceAndMayBeKnownInOthers() {
    String subject = newSubject("owner");
    UUID person = newPerson(admin, client.path(), subject);

    Problems.expect(register(client.path(), subject), 409, "person-already-known");
    register(newClient(client.msp()).path(), subject).then().statusCode(201);
    get(admin, client.path() + "/people/" + person)
        .then()
        .body("side", equalTo("CLIENT"))
        .body("displayName", equalTo("Demo person"));
    assertThat(AuditLog.events(person, "person.registered")).isEqualTo(1);
  }

  @Test
  void theMspsPeopleAreNotItsClients() {
    newPerson(admin, client.path(), newSubject("owner"));
    newPerson(admin, client.msp().path(), newSubject("technician"));

    get(admin, client.msp().path() + "/people").then().body("items.side", contains("MSP", "MSP"));
    get(admin, client.path() + "/people").then().body("items.side", contains("CLIENT"));
  }

  @Test
  void theListComesInPages() {
    for (int i = 0; i < 3; i++) {
      newPerson(admin, client.path(), newSubject("owner"));
    }

    Response first = get(admin, client.path() + "/people?limit=2");

    first.then().body("items", hasSize(2));
    get(admin, client.path() + "/people?limit=2&cursor=" + first.path("nextCursor"))
        .then()
        .body("items", hasSize(1));
    Problems.expect(get(admin, client.path() + "/people?limit=0"), 400, "invalid-request");
  }

  @Test
  void aSubjectIsVisibleAscii() {
    register(client.path(), "with space")
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/subject"));
  }

  private Response register(String place, String subject) {
    return post(
        admin,
        place + "/people",
        Map.of("subject", subject, "displayName", "Demo person", "kind", "PERSON"));
  }
}
