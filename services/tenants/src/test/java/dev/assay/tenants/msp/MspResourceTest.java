package dev.assay.tenants.msp;

import static dev.assay.tenants.world.World.OPERATOR;
import static dev.assay.tenants.world.World.get;
import static dev.assay.tenants.world.World.newMsp;
import static dev.assay.tenants.world.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.assay.tenants.world.AuditLog;
import dev.assay.tenants.world.World.Msp;
import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.statement.NothingHalfDone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class MspResourceTest {

  @Test
  void anOperatorRegistersAnMsp() {
    Response answer = post(OPERATOR, "/v1/msps", Map.of("name", "Harbour Gate IT (demo)"));

    String id = answer.then().statusCode(201).extract().path("id");
    answer
        .then()
        .header("Location", endsWith("/v1/msps/" + id))
        .body("name", equalTo("Harbour Gate IT (demo)"))
        .body("status", equalTo("ACTIVE"));
    assertThat(AuditLog.events(UUID.fromString(id), "msp.created")).isEqualTo(1);
  }

  @Test
  void thePlatformListsAllAndAnMspReadsItself() {
    Msp one = newMsp();
    Msp two = newMsp("Harbour Gate IT (demo)");

    assertThat(allMsps()).contains(one.id().toString(), two.id().toString());
    get(OPERATOR, "/v1/msps?limit=1").then().body("items", hasSize(1));
    get(one.admin(), one.path())
        .then()
        .statusCode(200)
        .body("name", equalTo("Northlight Managed Services (demo)"));
    Problems.expect(get(one.admin(), two.path()), 404, "not-found");
  }

  /** Page by page, since other tests leave more MSPs than one page holds. */
  private static List<String> allMsps() {
    List<String> ids = new ArrayList<>();
    String cursor = "";
    do {
      var page = get(OPERATOR, "/v1/msps?limit=200" + cursor).then().statusCode(200).extract();
      ids.addAll(page.<List<String>>path("items.id"));
      String next = page.path("nextCursor");
      cursor = next == null ? "" : "&cursor=" + next;
    } while (!cursor.isEmpty());
    return ids;
  }

  @Test
  void thePlatformsReservedIdIsNoMsp() {
    Problems.expect(
        get(OPERATOR, "/v1/msps/00000000-0000-0000-0000-000000000000/people"), 404, "not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\\t"})
  void aNameIsNeeded(String name) {
    NothingHalfDone.by(
        () ->
            Problems.expect(
                post(OPERATOR, "/v1/msps", "{\"name\":\"" + name + "\"}"), 400, "invalid-request"));
  }
}
