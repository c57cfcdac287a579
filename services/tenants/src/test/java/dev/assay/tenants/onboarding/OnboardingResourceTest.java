package dev.assay.tenants.onboarding;

import static dev.assay.tenants.world.Lifecycles.newStaffedClient;
import static dev.assay.tenants.world.World.created;
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
import static org.hamcrest.Matchers.equalTo;

import dev.assay.tenants.filer.FilerWorld;
import dev.assay.tenants.world.World.Client;
import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.statement.SqlStatements;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class OnboardingResourceTest {

  @Test
  void saysWhatIsMissingAndWhichOperationBringsItAbout() {
    Client client = newClient(newMsp());

    assertThat(missing(client))
        .containsExactly(
            "IDENTIFIER",
            "FILER_STATUS",
            "IN_SCOPE_SYSTEM",
            "SYSTEM_OWNER",
            "EXECUTIVE",
            "TECHNICIAN",
            "INDEPENDENT_REVIEWER");
    Map<String, Map<String, Map<String, Object>>> paths =
        RestAssured.given().get("/q/openapi?format=json").then().extract().path("paths");
    List<Object> operations =
        paths.values().stream()
            .flatMap(path -> path.values().stream())
            .map(operation -> operation.get("operationId"))
            .toList();
    List<String> named =
        get(client.msp().admin(), client.path() + "/onboarding").path("items.operationId");
    assertThat(operations).containsAll(named);
  }

  @Test
  void isCompleteForAClientThatLacksNothing() {
    Client client = newStaffedClient(newMsp()).client();

    get(client.msp().admin(), client.path() + "/onboarding")
        .then()
        .statusCode(200)
        .body("complete", equalTo(true));
    assertThat(missing(client)).isEmpty();
  }

  @Test
  void grantsThatWaitOrWereRevokedDoNotCount() {
    Client client = newClient(newMsp());
    String admin = client.msp().admin();
    hire(admin, client.path(), newSubject("executive"), "CLIENT_EXECUTIVE");
    UUID owner = hire(admin, client.path(), newSubject("owner"), "CONTROL_OWNER");
    assertThat(missing(client)).contains("EXECUTIVE").doesNotContain("SYSTEM_OWNER");

    revoke(admin, client.path(), owner).then().statusCode(200);

    assertThat(missing(client)).contains("SYSTEM_OWNER");
  }

  @Test
  void aSystemThatNobodyElseApprovedDoesNotCount() {
    Client other = newClient(newMsp());
    String admin = other.msp().admin();
    UUID system = created(post(admin, other.path() + "/systems", ledger()));
    assertThat(missing(other)).contains("IN_SCOPE_SYSTEM");

    post(
            firstExecutive(other),
            other.path() + "/systems/" + system + "/versions/0/approve",
            Map.of())
        .then()
        .statusCode(200);

    assertThat(missing(other)).doesNotContain("IN_SCOPE_SYSTEM");
  }

  @Test
  void aStatusThatFollowsFromTheProfileCounts() {
    Client client = newClient(newMsp());
    assertThat(missing(client)).contains("FILER_STATUS");

    FilerWorld.enter(client, 2025, FilerWorld.filer(2025, 300, 400));

    assertThat(missing(client)).doesNotContain("FILER_STATUS");
  }

  @Test
  void aTechnicianDoesNotReviewTheirOwnWork() {
    Client client = newClient(newMsp());
    String admin = client.msp().admin();
    UUID person = newPerson(admin, client.msp().path(), newSubject("both"));
    for (String role : List.of("MSP_TECHNICIAN", "MSP_REVIEWER")) {
      created(post(admin, client.path() + "/grants", grantOf(role, person)));
    }
    assertThat(missing(client)).contains("INDEPENDENT_REVIEWER").doesNotContain("TECHNICIAN");

    UUID other = newPerson(admin, client.msp().path(), newSubject("reviewer"));
    created(post(admin, client.path() + "/grants", grantOf("MSP_REVIEWER", other)));

    assertThat(missing(client)).doesNotContain("INDEPENDENT_REVIEWER");
  }

  @Test
  void anotherClientsPeopleAndSystemsDoNotCount() {
    Client staffed = newStaffedClient(newMsp()).client();
    Client client = newClient(staffed.msp());

    assertThat(missing(client)).hasSize(7);
  }

  @Test
  void isReadInOneStatement() {
    Client client = newStaffedClient(newMsp()).client();

    SqlStatements.atMost(
        4, () -> get(client.msp().admin(), client.path() + "/onboarding").then().statusCode(200));
  }

  private static Map<String, String> ledger() {
    return Map.of(
        "name",
        "General ledger",
        "kind",
        "APPLICATION",
        "hosting",
        "SAAS",
        "rationale",
        "All journal entries are posted here.");
  }

  private static List<String> missing(Client client) {
    return get(client.msp().admin(), client.path() + "/onboarding")
        .then()
        .statusCode(200)
        .extract()
        .path("items.findAll { !it.done }.item");
  }
}
