package dev.assay.controls;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The committed OpenAPI document is the one that the service serves. After a change run with {@code
 * -Dassay.openapi.write=true} and commit the difference.
 */
@QuarkusTest
class OpenApiDriftTest {

  private static final Path COMMITTED = Path.of("..", "..", "openapi", "controls.yaml");

  @Test
  void servesTheCommittedDocument() throws IOException {
    String served = RestAssured.get("/q/openapi").asString();
    if (Boolean.getBoolean("assay.openapi.write")) {
      Files.createDirectories(COMMITTED.getParent());
      Files.writeString(COMMITTED, served);
    }

    assertThat(served).isEqualTo(Files.readString(COMMITTED));
  }
}
