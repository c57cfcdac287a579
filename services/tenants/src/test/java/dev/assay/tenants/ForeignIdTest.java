package dev.assay.tenants;

import static dev.assay.tenants.world.World.as;
import static dev.assay.tenants.world.World.atClient;
import static dev.assay.tenants.world.World.created;
import static dev.assay.tenants.world.World.hire;
import static dev.assay.tenants.world.World.newClient;
import static dev.assay.tenants.world.World.newMsp;
import static dev.assay.tenants.world.World.newPerson;
import static dev.assay.tenants.world.World.newSubject;
import static dev.assay.tenants.world.World.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.tenants.world.World.Client;
import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.problem.Problems;
import dev.assay.testing.statement.NothingHalfDone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An id of somebody else's object answers like one that was never given to any. */
@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class ForeignIdTest {

  @Test
  void aForeignPlaceAnswersEveryOperationLikeOneThatDoesNotExist() {
    Client foreign = newClient(newMsp("Harbour Gate IT (demo)"));
    String technician = atClient(newClient(newMsp()), "MSP_TECHNICIAN");
    List<String> checked = new ArrayList<>();

    NothingHalfDone.by(
        () ->
            operationsOnPlaces()
                .forEach(
                    operation -> {
                      Response theirs =
                          call(technician, operation, foreign.msp().id(), foreign.id());
                      Response nobodys =
                          call(technician, operation, UUID.randomUUID(), UUID.randomUUID());
                      alike(theirs, nobodys);
                      checked.add(operation);
                    }));

    assertThat(checked).hasSizeGreaterThan(20);
  }

  @Test
  void aForeignObjectInAnOwnPlaceAnswersLikeOneThatDoesNotExist() {
    Client own = newClient(newMsp());
    String admin = own.msp().admin();
    Client sibling = newClient(own.msp());
    UUID system =
        created(
            post(
                admin,
                sibling.path() + "/systems",
                Map.of(
                    "name",
                    "General ledger",
                    "kind",
                    "APPLICATION",
                    "hosting",
                    "SAAS",
                    "rationale",
                    "All journal entries are posted here.")));
    UUID person = newPerson(admin, sibling.path(), newSubject("owner"));
    UUID grant = hire(admin, sibling.path(), newSubject("owner"), "CONTROL_OWNER");

    for (String path :
        List.of(
            "GET /systems/" + system,
            "PUT /systems/" + system,
            "GET /people/" + person,
            "GET /grants/" + grant,
            "POST /grants/" + grant + "/revoke")) {
      String method = path.substring(0, path.indexOf(' '));
      String theirs = own.path() + path.substring(path.indexOf(' ') + 1);
      String nobodys =
          theirs.replaceFirst("(systems|people|grants)/[0-9a-f-]+", "$1/" + UUID.randomUUID());
      alike(send(admin, method, theirs), send(admin, method, nobodys));
    }
  }

  @Test
  void anAskerWithoutAGrantLearnsNotWhetherAPlaceExists() {
    Client foreign = newClient(newMsp());
    String stranger = newSubject("stranger");

    alike(
        send(stranger, "GET", "/v1/grants/effective?client=" + foreign.id()),
        send(stranger, "GET", "/v1/grants/effective?client=" + UUID.randomUUID()));
    alike(
        send(stranger, "GET", "/v1/grants/effective?msp=" + foreign.msp().id()),
        send(stranger, "GET", "/v1/grants/effective?msp=" + UUID.randomUUID()));
  }

  private static List<String> operationsOnPlaces() {
    Map<String, Map<String, Object>> paths =
        RestAssured.get("/q/openapi?format=json").then().extract().path("paths");
    List<String> operations = new ArrayList<>();
    paths.forEach(
        (path, methods) -> {
          if (path.contains("{clientId}") || path.contains("{mspId}")) {
            methods
                .keySet()
                .forEach(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path));
          }
        });
    return operations;
  }

  private static Response call(String by, String operation, UUID msp, UUID client) {
    String path =
        operation
            .substring(operation.indexOf(' ') + 1)
            .replace("{mspId}", msp.toString())
            .replace("{clientId}", client.toString())
            .replaceAll("\\{\\w+}", "019aaf1e-7c00-7000-8000-000000000001");
    return send(by, operation.substring(0, operation.indexOf(' ')), path);
  }

  private static Response send(String by, String method, String path) {
    var request = as(by);
    if (!method.equals("GET")) {
      request
          .contentType(path.endsWith("/imports") ? "application/x-ndjson" : "application/json")
          .header("Idempotency-Key", UUID.randomUUID().toString())
          .header("If-Match", "\"v0\"");
      if (path.endsWith("/imports")) {
        request.body("{}".getBytes(StandardCharsets.UTF_8));
      } else {
        request.body(bodyFor(path));
      }
    }
    return request.request(method, path);
  }

  private static Object bodyFor(String path) {
    return path.contains("/systems/")
        ? Map.of("name", "A", "kind", "NETWORK", "hosting", "SAAS", "rationale", "B")
        : Map.of("reason", "Has left.");
  }

  private static void alike(Response theirs, Response nobodys) {
    Problems.expect(theirs, 404, "not-found");
    Problems.expect(nobodys, 404, "not-found");
    assertThat(Problems.withoutRequestId(theirs)).isEqualTo(Problems.withoutRequestId(nobodys));
    assertThat(names(theirs)).isEqualTo(names(nobodys));
  }

  private static List<String> names(Response answer) {
    return answer.headers().asList().stream().map(header -> header.getName()).sorted().toList();
  }
}
