package dev.assay.readiness;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.readiness.world.WorldResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed document is the one that the code makes; -Dassay.openapi.write=true renews it. */
@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class OpenApiDriftTest {

  private static final Path COMMITTED = Path.of("../../openapi/readiness.yaml");

  @Test
  void theCommittedDocumentIsTheOneThatTheCodeMakes() throws IOException {
    String made = given().get("/q/openapi").then().statusCode(200).extract().asString();
    if (Boolean.getBoolean("assay.openapi.write")) {
      Files.createDirectories(COMMITTED.getParent());
      Files.writeString(COMMITTED, made);
    }

    assertThat(COMMITTED).hasContent(made);
  }
}
