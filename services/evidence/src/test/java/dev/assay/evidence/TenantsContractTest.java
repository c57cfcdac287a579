package dev.assay.evidence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.testing.openapi.OpenApiConformance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What we ask tenants, and what the stub of these tests answers, is what its document says. */
@EvidenceTest
class TenantsContractTest {

  @Test
  void keepsToTheDocumentOfTenants() throws IOException {
    UUID client = UUID.randomUUID();
    RequestApi.raise(client, RequestApi.newRequest(TenantsStub.REVIEWER, RequestApi.today()))
        .then()
        .statusCode(201);
    var asked = TenantsStub.askedAbout(client);
    var conformance =
        OpenApiConformance.of(Files.readString(Path.of("../../openapi/tenants.yaml")));

    for (var request : asked) {
      assertThat(request.header("Authorization").firstValue()).startsWith("Bearer ");
      given()
          .filter(conformance)
          .header("Authorization", request.header("Authorization").firstValue())
          .request(request.getMethod().value(), request.getAbsoluteUrl())
          .then()
          .statusCode(200);
    }
    // The client, and both pages of its people.
    assertThat(asked).hasSize(3);
  }
}
