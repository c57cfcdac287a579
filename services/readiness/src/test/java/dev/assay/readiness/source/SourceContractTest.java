package dev.assay.readiness.source;

import static io.restassured.RestAssured.given;

import dev.assay.readiness.world.Shapes;
import dev.assay.readiness.world.World;
import dev.assay.readiness.world.WorldResource;
import dev.assay.tenancy.permission.Role;
import dev.assay.testing.openapi.OpenApiConformance;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What our stubs answer is in the documents that the services behind them publish. */
@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class SourceContractTest {

  private final UUID client = UUID.randomUUID();

  @BeforeEach
  void aClientWithPeople() {
    World.reset();
    World.client(client, 12, 31, "America/New_York");
    World.people(client);
    World.grant("somebody", client, Role.AUDITOR);
  }

  @Test
  void aClientIsAnsweredAsPublished() throws IOException {
    isAsPublished("tenants", "/v1/clients/" + client);
  }

  @Test
  void peopleAreAnsweredAsPublished() throws IOException {
    isAsPublished("tenants", "/v1/clients/" + client + "/people?limit=200");
  }

  @Test
  void aGrantIsAnsweredAsPublished() throws IOException {
    isAsPublished("tenants", "/v1/grants/effective?client=" + client);
  }

  @Test
  void aProblemIsAnsweredAsPublished() throws IOException {
    isAsPublished("tenants", "/v1/clients/" + UUID.randomUUID());
  }

  @Test
  void readinessInputsAreAnsweredAsPublished() throws IOException {
    World.inputs(
        client,
        2026,
        Shapes.unassigned("AM-01", true, "HIGH"),
        Shapes.control("AM-04", true, "HIGH", "EFFECTIVE", true, World.OWNER, "2026-11-30"));

    isAsPublished("controls", World.inputsPath(client, 2026));
  }

  private static void isAsPublished(String service, String path) throws IOException {
    String published = Files.readString(Path.of("../../openapi", service + ".yaml"));

    given()
        .auth()
        .oauth2(World.token("somebody"))
        .filter(OpenApiConformance.of(published))
        .get(World.urlOf(service) + path);
  }
}
