package dev.assay.readiness.source;

import static io.restassured.RestAssured.given;

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

/** What the stub of {@code tenants} answers is in the document that {@code tenants} publishes. */
@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class TenantsContractTest {

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
    isAsPublished("/v1/clients/" + client);
  }

  @Test
  void peopleAreAnsweredAsPublished() throws IOException {
    isAsPublished("/v1/clients/" + client + "/people?limit=200");
  }

  @Test
  void aGrantIsAnsweredAsPublished() throws IOException {
    isAsPublished("/v1/grants/effective?client=" + client);
  }

  @Test
  void aProblemIsAnsweredAsPublished() throws IOException {
    isAsPublished("/v1/clients/" + UUID.randomUUID());
  }

  private static void isAsPublished(String path) throws IOException {
    String published = Files.readString(Path.of("../../openapi/tenants.yaml"));

    given()
        .auth()
        .oauth2(World.token("somebody"))
        .filter(OpenApiConformance.of(published))
        .get(World.urlOf("tenants") + path);
  }
}
