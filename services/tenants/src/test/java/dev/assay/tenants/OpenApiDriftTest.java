package dev.assay.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.tenants.world.WorldResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class OpenApiDriftTest {

  private static final Path COMMITTED = Path.of("../../openapi/tenants.yaml");

  @Test
  void theCommittedDocumentIsTheOneThatIsServed() throws IOException {
    String served = RestAssured.get("/q/openapi").then().statusCode(200).extract().asString();

    if (Boolean.getBoolean("assay.openapi.write")) {
      Files.createDirectories(COMMITTED.getParent());
      Files.writeString(COMMITTED, served);
    }

    assertThat(served)
        .as("openapi/tenants.yaml is stale: run this test with -Dassay.openapi.write=true")
        .isEqualTo(Files.readString(COMMITTED));
  }
}
