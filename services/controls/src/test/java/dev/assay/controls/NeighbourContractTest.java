package dev.assay.controls;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static dev.assay.controls.world.Engagement.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.assay.controls.world.Engagement;
import dev.assay.controls.world.Someone;
import dev.assay.controls.world.World;
import dev.assay.testing.openapi.OpenApiConformance;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What we ask our neighbours, and what the stubs of all these tests answer, is what the neighbours'
 * own OpenAPI documents say.
 */
@QuarkusTest
class NeighbourContractTest {

  private Engagement engagement;

  @BeforeEach
  void everythingThatAsksANeighbour() {
    World.reset();
    engagement = new Engagement();
    engagement
        .apply(
            "{\"selection\":{\"controlIds\":[\"AM-04\"]},\"systemIds\":[\"%s\"]}"
                .formatted(engagement.system))
        .then()
        .statusCode(200);
    engagement.assign("AM-04");
    engagement.concludeAndAccept("AM-04", "EFFECTIVE");
    engagement.assign("AM-04", UUID.randomUUID(), "\"v3\"").then().statusCode(400);
    as(Someone.anybody()).get(engagement.yearPath() + "/controls").then().statusCode(404);
  }

  @Test
  void keepsToTheDocumentOfTenants() throws IOException {
    Set<String> asked = replay("tenants", World.tenants().find(anyRequestedFor(anyUrl())));

    String client = "/v1/clients/" + engagement.client;
    assertThat(asked)
        .contains("/v1/grants/effective", client, client + "/people", client + "/systems");
  }

  @Test
  void keepsToTheDocumentOfEvidence() throws IOException {
    var unsealed = engagement.file("UPLOADED");
    var unknown = new Engagement.Filed(UUID.randomUUID(), UUID.randomUUID());
    for (var file : List.of(unsealed, unknown)) {
      engagement.conclude(engagement.technician, "AM-04", "INEFFECTIVE", file);
    }

    Set<String> asked = replay("evidence", World.evidence().find(anyRequestedFor(anyUrl())));

    assertThat(asked).hasSize(3).contains(path(unsealed), path(unknown));
  }

  private String path(Engagement.Filed file) {
    return "/v1/clients/%s/evidence/%s/files/%s"
        .formatted(engagement.client, file.evidenceId(), file.fileId());
  }

  /** Sends each request again to the stub, through the check against the neighbour's document. */
  private static Set<String> replay(String neighbour, List<LoggedRequest> requests)
      throws IOException {
    var conformance =
        OpenApiConformance.of(
            Files.readString(Path.of("..", "..", "openapi", neighbour + ".yaml")));
    Set<String> paths = new TreeSet<>();
    for (LoggedRequest request : requests) {
      assertThat(request.header("Authorization").firstValue()).startsWith("Bearer ");
      Response answer =
          given()
              .filter(conformance)
              .header("Authorization", request.header("Authorization").firstValue())
              .request(request.getMethod().value(), request.getAbsoluteUrl());
      paths.add(java.net.URI.create(request.getUrl()).getPath());
      assertThat(answer.statusCode()).isIn(200, 404);
    }
    return paths;
  }
}
