package dev.assay.tenants;

import static dev.assay.tenants.world.World.OPERATOR;
import static dev.assay.tenants.world.World.atClient;
import static dev.assay.tenants.world.World.auditor;
import static dev.assay.tenants.world.World.clientNamed;
import static dev.assay.tenants.world.World.created;
import static dev.assay.tenants.world.World.firstExecutive;
import static dev.assay.tenants.world.World.grantOf;
import static dev.assay.tenants.world.World.hire;
import static dev.assay.tenants.world.World.newClient;
import static dev.assay.tenants.world.World.newMsp;
import static dev.assay.tenants.world.World.newPerson;
import static dev.assay.tenants.world.World.newSubject;
import static dev.assay.tenants.world.World.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.tenants.world.Imported;
import dev.assay.tenants.world.Tokens;
import dev.assay.tenants.world.World.Client;
import dev.assay.tenants.world.WorldResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation as every role over HTTP, against the table that people keep by hand. */
@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class RoleTableTest {

  private static final Path TABLE = Path.of("src/test/resources/permissions.csv");
  private static final Pattern ID = Pattern.compile("\\{(\\w+)}");

  private static Client client;
  private static Map<String, String> callers;
  private static UUID receiving;

  record Row(String operation, String method, String path, Map<String, Integer> answers) {
    @Override
    public String toString() {
      return operation;
    }
  }

  static Stream<Row> rows() {
    List<List<String>> lines = lines();
    List<String> head = lines.getFirst();
    return lines.stream().skip(1).map(line -> row(head, line));
  }

  private static Row row(List<String> head, List<String> line) {
    Map<String, Integer> answers = new LinkedHashMap<>();
    for (int i = 3; i < head.size(); i++) {
      answers.put(head.get(i), Integer.valueOf(line.get(i)));
    }
    return new Row(line.get(0), line.get(1), line.get(2), answers);
  }

  private static List<List<String>> lines() {
    try {
      return Files.readAllLines(TABLE).stream()
          .map(line -> Stream.of(line.split(",", -1)).map(String::strip).toList())
          .toList();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void answersEachRoleAsTheTableSays(Row row) {
    populate();
    Map<String, Integer> answers = new LinkedHashMap<>();

    row.answers().keySet().forEach(role -> answers.put(role, call(row, callers.get(role))));

    assertThat(answers).isEqualTo(row.answers());
  }

  @Test
  void theTableHasEveryOperation() {
    Map<String, Map<String, Map<String, Object>>> paths =
        RestAssured.given()
            .accept("application/json")
            .get("/q/openapi?format=json")
            .then()
            .extract()
            .path("paths");
    List<Object> operations = new ArrayList<>();
    paths
        .values()
        .forEach(path -> path.values().forEach(o -> operations.add(o.get("operationId"))));

    assertThat(rows().map(Row::operation).toList())
        .containsExactlyInAnyOrderElementsOf(operations.stream().map(Object::toString).toList());
  }

  private static void populate() {
    if (callers != null) {
      return;
    }
    client = newClient(newMsp());
    String executive = firstExecutive(client);
    String owner = newSubject("owner");
    hire(client.msp().admin(), client.path(), owner, "CONTROL_OWNER");
    String integration = newSubject("integration");
    UUID account =
        newPerson(client.msp().admin(), client.msp().path(), integration, "SERVICE_ACCOUNT");
    created(post(client.msp().admin(), client.path() + "/grants", grantOf("INTEGRATION", account)));
    callers =
        Map.of(
            "anonymous",
            "",
            "operator",
            OPERATOR,
            "admin",
            client.msp().admin(),
            "technician",
            atClient(client, "MSP_TECHNICIAN"),
            "reviewer",
            atClient(client, "MSP_REVIEWER"),
            "executive",
            executive,
            "owner",
            owner,
            "auditor",
            auditor(client, executive),
            "integration",
            integration);
  }

  private static int call(Row row, String caller) {
    var request = given();
    if (!caller.isEmpty()) {
      request.auth().oauth2(Tokens.of(caller));
    }
    if (!row.method().equals("GET")) {
      request
          .contentType("application/json")
          .header("Idempotency-Key", UUID.randomUUID().toString());
      if (row.operation().equals("importClients")) {
        request.contentType("application/x-ndjson").body("{}".getBytes(StandardCharsets.UTF_8));
      } else {
        request.body(bodyOf(row.operation()));
      }
    }
    return request.request(row.method(), pathOf(row)).statusCode();
  }

  private static String pathOf(Row row) {
    return ID.matcher(row.path()).replaceAll(RoleTableTest::idOf);
  }

  /** Made anew for each call, since a grant can be approved or revoked only once. */
  private static String idOf(MatchResult name) {
    String admin = client.msp().admin();
    UUID id =
        switch (name.group(1)) {
          case "msp" -> client.msp().id();
          case "client" -> client.id();
          case "system" -> created(post(admin, client.path() + "/systems", bodyOf("createSystem")));
          case "clientPerson" -> newPerson(admin, client.path(), newSubject("person"));
          case "mspPerson" -> newPerson(admin, client.msp().path(), newSubject("person"));
          case "platformPerson" -> newPerson(OPERATOR, "/v1/platform", newSubject("person"));
          case "ownerGrant" -> hire(admin, client.path(), newSubject("owner"), "CONTROL_OWNER");
          case "pendingGrant" -> hire(admin, client.path(), newSubject("auditor"), "AUDITOR");
          case "technicianGrant" ->
              hire(admin, client.msp().path(), newSubject("tech"), "MSP_TECHNICIAN");
          case "operatorGrant" ->
              hire(OPERATOR, "/v1/platform", newSubject("operator"), "PLATFORM_OPERATOR");
          case "freshClient" -> newClient(client.msp()).id();
          case "transfer" -> {
            var fresh = newClient(client.msp());
            yield created(post(admin, fresh.path() + "/transfers", bodyOf("proposeTransfer")));
          }
          case "import" -> Imported.file(client.msp(), "{}");
          case "identifier" ->
              created(post(admin, client.path() + "/identifiers", bodyOf("addIdentifier")));
          default -> throw new IllegalArgumentException(name.group());
        };
    return id.toString();
  }

  private static Object bodyOf(String operation) {
    String admin = client.msp().admin();
    return switch (operation) {
      case "createMsp" -> Map.of("name", "Harbour Gate IT (demo)");
      case "createClient", "updateClient" -> clientNamed("Copperfield Instruments (demo)");
      case "createSystem", "updateSystem" ->
          Map.of(
              "name",
              newSubject("system"),
              "kind",
              "APPLICATION",
              "hosting",
              "SAAS",
              "rationale",
              "All journal entries are posted here.");
      case "registerPersonOfClient", "registerPersonOfMsp", "registerPersonOfPlatform" ->
          Map.of("subject", newSubject("person"), "displayName", "Demo person", "kind", "PERSON");
      case "makeClientGrant" ->
          grantOf("CONTROL_OWNER", newPerson(admin, client.path(), newSubject("owner")));
      case "makeMspGrant" ->
          grantOf("MSP_TECHNICIAN", newPerson(admin, client.msp().path(), newSubject("tech")));
      case "makePlatformGrant" ->
          grantOf("PLATFORM_OPERATOR", newPerson(OPERATOR, "/v1/platform", newSubject("op")));
      case "approveClientGrant", "revokeClientGrant", "revokeMspGrant", "revokePlatformGrant" ->
          Map.of("reason", "Decided in a test.");
      case "addIdentifier" ->
          Map.of("kind", "OTHER", "scheme", "TEST", "value", UUID.randomUUID().toString());
      case "proposeTransfer" -> Map.of("toMspId", receiving(), "reason", "Decided in a test.");
      case "withdrawTransfer",
          "acceptTransfer",
          "declineTransfer",
          "approveTransfer",
          "refuseTransfer" ->
          Map.of("reason", "Decided in a test.");
      case "moveClient", "moveMsp" -> Map.of("to", "SUSPENDED", "reason", "Decided in a test.");
      case "withdrawIdentifier" -> Map.of("reason", "Decided in a test.");
      default -> throw new IllegalArgumentException(operation);
    };
  }

  /** An MSP that clients may go to. */
  private static UUID receiving() {
    if (receiving == null) {
      receiving = newMsp("Harbour Gate IT (demo)").id();
    }
    return receiving;
  }
}
