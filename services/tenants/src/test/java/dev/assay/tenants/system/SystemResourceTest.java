package dev.assay.tenants.system;

import static dev.assay.tenants.world.World.created;
import static dev.assay.tenants.world.World.get;
import static dev.assay.tenants.world.World.newClient;
import static dev.assay.tenants.world.World.newMsp;
import static dev.assay.tenants.world.World.post;
import static dev.assay.tenants.world.World.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.assay.tenants.world.AuditLog;
import dev.assay.tenants.world.World.Client;
import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.statement.NothingHalfDone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class SystemResourceTest {

  private Client client;
  private String admin;

  @BeforeEach
  void onboard() {
    client = newClient(newMsp());
    admin = client.msp().admin();
  }

  @Test
  void bringsASystemIntoScopeAndChangesItByItsVersion() {
    UUID id = created(post(admin, client.path() + "/systems", system("General ledger")));
    String path = client.path() + "/systems/" + id;

    get(admin, path)
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"v0\""))
        .body("kind", equalTo("APPLICATION"))
        .body("supports", equalTo("Revenue"));
    put(admin, path, "\"v0\"", system("Ledger"))
        .then()
        .statusCode(200)
        .body("name", equalTo("Ledger"));
    Problems.expect(put(admin, path, "\"v0\"", system("Third")), 412, "stale-version");
    Problems.expect(put(admin, path, null, system("Third")), 428, "version-required");
    get(admin, client.path() + "/systems").then().body("items.name", contains("Ledger"));
    assertThat(AuditLog.events(id, "system.created")).isEqualTo(1);
    assertThat(AuditLog.events(id, "system.changed")).isEqualTo(1);
  }

  @Test
  void refusesASecondSystemOfTheSameName() {
    created(post(admin, client.path() + "/systems", system("General ledger")));

    NothingHalfDone.by(
        () ->
            Problems.expect(
                post(admin, client.path() + "/systems", system("GENERAL LEDGER")),
                409,
                "system-name-taken"));
  }

  @Test
  void anotherClientMayUseTheSameName() {
    created(post(admin, client.path() + "/systems", system("General ledger")));
    Client sibling = newClient(client.msp());

    created(post(admin, sibling.path() + "/systems", system("General ledger")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "rationale", "supports"})
  void refusesTextThatIsTooLong(String field) {
    var system = system("General ledger");
    system.put(field, "x".repeat(2001));

    NothingHalfDone.by(
        () ->
            post(admin, client.path() + "/systems", system)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/" + field)));
  }

  private static Map<String, Object> system(String name) {
    return new HashMap<>(
        Map.of(
            "name",
            name,
            "kind",
            "APPLICATION",
            "hosting",
            "SAAS",
            "rationale",
            "All journal entries are posted here.",
            "supports",
            "Revenue"));
  }
}
