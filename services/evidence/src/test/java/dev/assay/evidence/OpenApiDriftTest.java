package dev.assay.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@EvidenceTest
class OpenApiDriftTest {

  private static final Path COMMITTED = Path.of("../../openapi/evidence.yaml");

  @Test
  void theCommittedDocumentIsTheOneThatIsServed() throws IOException {
    String served = RestAssured.get("/q/openapi").then().statusCode(200).extract().asString();

    if (Boolean.getBoolean("assay.openapi.write")) {
      Files.createDirectories(COMMITTED.getParent());
      Files.writeString(COMMITTED, served);
    }

    assertThat(served)
        .as("openapi/evidence.yaml is stale: run this test with -Dassay.openapi.write=true")
        .isEqualTo(Files.readString(COMMITTED));
  }
}
