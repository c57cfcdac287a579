package dev.assay.tenants;

import static dev.assay.tenants.world.World.OPERATOR;
import static dev.assay.tenants.world.World.atClient;
import static dev.assay.tenants.world.World.auditor;
import static dev.assay.tenants.world.World.breakGlass;
import static dev.assay.tenants.world.World.clientNamed;
import static dev.assay.tenants.world.World.created;
import static dev.assay.tenants.world.World.firstExecutive;
import static dev.assay.tenants.world.World.get;
import static dev.assay.tenants.world.World.grantOf;
import static dev.assay.tenants.world.World.hire;
import static dev.assay.tenants.world.World.invitationOf;
import static dev.assay.tenants.world.World.newClient;
import static dev.assay.tenants.world.World.newMsp;
import static dev.assay.tenants.world.World.newPerson;
import static dev.assay.tenants.world.World.newSubject;
import static dev.assay.tenants.world.World.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.tenants.filer.FilerWorld;
import dev.assay.tenants.world.Imported;
import dev.assay.tenants.world.World.Client;
import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.token.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
    FilerWorld.enter(client, 2024, FilerWorld.filer(2024, 300, 400));
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
      request.auth().oauth2(TestTokens.withSecondFactor(caller));
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
    return ID.matcher(row.path()).replaceAll(name -> idOf(name.group(1)));
  }

  /** Made anew for each call, since a grant can be approved or revoked only once. */
  private static String idOf(String name) {
    String admin = client.msp().admin();
    if (name.equals("pendingRuleSet")) {
      return FilerWorld.entered(FilerWorld.anotherOperator());
    }
    UUID id =
        switch (name) {
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
          case "systemChange" ->
              created(
                  post(
                      admin,
                      client.path() + "/systems/" + idOf("system") + "/changes",
                      bodyOf("recordSystemChange")));
          case "mspInvitation" -> invited(admin, client.msp().path(), "inviteToMsp");
          case "clientInvitation" -> invited(admin, client.path(), "inviteToClient");
          case "platformInvitation" -> invited(OPERATOR, "/v1/platform", "inviteToPlatform");
          case "disabledMspPerson" -> disabled(admin, client.msp().path());
          case "disabledClientPerson" -> disabled(admin, client.path());
          case "disabledPlatformPerson" -> disabled(OPERATOR, "/v1/platform");
          case "endingGrant" -> ending(admin, client.path(), "CONTROL_OWNER");
          case "endingMspGrant" -> ending(admin, client.msp().path(), "MSP_TECHNICIAN");
          case "endingOperatorGrant" -> ending(OPERATOR, "/v1/platform", "PLATFORM_OPERATOR");
          case "account" ->
              newPerson(admin, client.msp().path(), newSubject("account"), "SERVICE_ACCOUNT");
          case "unbrokenClient" -> newClient(client.msp()).id();
          case "brokenGlass" -> brokenGlass();
          case "clientReview" -> firstId(admin, client.path() + "/access-reviews");
          case "mspReview" -> firstId(admin, client.msp().path() + "/access-reviews");
          case "freshClient" -> newClient(client.msp()).id();
          case "transfer" -> {
            var fresh = newClient(client.msp());
            yield created(post(admin, fresh.path() + "/transfers", bodyOf("proposeTransfer")));
          }
          case "import" -> Imported.file(client.msp(), "{}");
          case "identifier" ->
              created(post(admin, client.path() + "/identifiers", bodyOf("addIdentifier")));
          default -> throw new IllegalArgumentException(name);
        };
    return id.toString();
  }

  private static UUID invited(String by, String place, String operation) {
    return created(post(by, place + "/invitations", bodyOf(operation)));
  }

  private static UUID disabled(String by, String place) {
    UUID person = newPerson(by, place, newSubject("person"));
    post(by, place + "/people/" + person + "/departure", bodyOf("departPersonOfMsp"))
        .then()
        .statusCode(200);
    return person;
  }

  private static UUID ending(String by, String place, String role) {
    var grant = grantOf(role, newPerson(by, place, newSubject(role)));
    grant.put("validUntil", Instant.now().plus(Duration.ofDays(1)).toString());
    return created(post(by, place + "/grants", grant));
  }

  /** By another operator, so that the one in the table reads nothing by it. */
  private static UUID brokenGlass() {
    String operator = newSubject("operator");
    hire(OPERATOR, "/v1/platform", operator, "PLATFORM_OPERATOR");
    return created(breakGlass(operator, client, 10));
  }

  /** The review that the row which opens it has left open. */
  private static UUID firstId(String by, String list) {
    String id = get(by, list).path("items[0].id");
    return id == null ? created(post(by, list, bodyOf("openAccessReviewOf"))) : UUID.fromString(id);
  }

  /** A decision on somebody's line whom the admin has put in place. */
  private static Object decisionOn(String place, String role) {
    String admin = client.msp().admin();
    String grant =
        get(
                admin,
                place
                    + "/access-reviews/"
                    + firstId(admin, place + "/access-reviews")
                    + "/lines?undecided=true&limit=200")
            .path("items.find { it.role == '%s' }.grantId".formatted(role));
    return Map.of(
        "decisions", List.of(Map.of("grantId", grant, "decision", "KEEP", "reason", "Looked at.")));
  }

  private static Object bodyOf(String operation) {
    String admin = client.msp().admin();
    return switch (operation) {
      case "createMsp" -> Map.of("name", "Harbour Gate IT (demo)");
      case "createClient", "updateClient" -> clientNamed("Copperfield Instruments (demo)");
      case "changeFiscalCalendar", "previewFiscalCalendarChange" ->
          Map.of(
              "kind",
              "CHANGE",
              "rule",
              Map.of("kind", "FIXED_DAY", "month", 6, "day", 30),
              "effectiveFrom",
              "2020-01-01",
              "determinedOn",
              "2020-02-01",
              "reason",
              "Decided in a test.");
      case "recordFiscalYearAudit" ->
          Map.of("auditConcludedOn", "2026-02-20", "reason", "Decided in a test.");
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
      case "enterFilerProfile" -> FilerWorld.filer(2025, 300, 400);
      case "simulateFilerStatus" ->
          Map.of("fiscalYear", 2025, "profile", FilerWorld.filer(2025, 300, 400));
      case "checkAcquisitionExclusion" ->
          Map.of(
              "acquiredOn", "2025-05-01", "fiscalYear", 2025, "annualReportsAlreadyExcluding", 0);
      case "enterEntityKinds" -> Map.of("kinds", List.of(), "reason", "As registered.");
      case "enterFilerRuleSet" -> FilerWorld.proposal(FilerWorld.newName());
      case "adoptFilerRuleSet" -> FilerWorld.adoptionOn(FilerWorld.nextRuleDay());
      case "withdrawFilerRuleSet" -> Map.of("reason", "Dropped.");
      case "approveClientGrant", "revokeClientGrant", "revokeMspGrant", "revokePlatformGrant" ->
          Map.of("reason", "Decided in a test.");
      case "recordSystemChange" ->
          Map.of("kind", "OTHER", "effectiveOn", "2099-01-01", "description", "Made in a test.");
      case "retireSystem" -> Map.of("retiredOn", "2099-01-01", "reason", "Made in a test.");
      case "approveSystemVersion" -> Map.of();
      case "rejectSystemVersion" -> Map.of("reason", "Decided in a test.");
      case "inviteToMsp" -> invitationOf("MSP_TECHNICIAN");
      case "inviteToClient" -> invitationOf("CONTROL_OWNER");
      case "inviteToPlatform" -> invitationOf("PLATFORM_OPERATOR");
      case "departPersonOfMsp", "departPersonOfClient", "departPersonOfPlatform" ->
          Map.of("lastDay", LocalDate.now(ZoneOffset.UTC).toString(), "reason", "Leaves.");
      case "withdrawInvitationToMsp",
          "withdrawInvitationToClient",
          "withdrawInvitationToPlatform",
          "reinstatePersonOfMsp",
          "reinstatePersonOfClient",
          "reinstatePersonOfPlatform" ->
          Map.of("reason", "Decided in a test.");
      case "sendInvitationToMspAgain",
          "sendInvitationToClientAgain",
          "sendInvitationToPlatformAgain",
          "signOutPersonOfMsp",
          "signOutPersonOfClient",
          "signOutPersonOfPlatform" ->
          Map.of();
      case "extendClientGrant", "extendMspGrant", "extendPlatformGrant" ->
          Map.of(
              "validUntil",
              Instant.now().plus(Duration.ofDays(9)).toString(),
              "reason",
              "Goes on in a test.");
      case "nameServiceAccountOwner" ->
          Map.of(
              "personId",
              newPerson(admin, client.msp().path(), newSubject("tech")),
              "reason",
              "Runs it.");
      case "breakGlass" -> Map.of("reason", "Something has to be looked at.", "forMinutes", 10);
      case "endBreakGlass", "acknowledgeBreakGlass" -> Map.of("reason", "Seen in a test.");
      case "openAccessReviewOf", "openAccessReviewOfClient" -> Map.of("coverage", "ALL");
      case "openAccessReviewOfMsp" -> {
        hire(admin, client.msp().path(), newSubject("tech"), "MSP_TECHNICIAN");
        yield Map.of("coverage", "ALL");
      }
      case "decideAccessReviewLinesOfClient" -> decisionOn(client.path(), "CONTROL_OWNER");
      case "decideAccessReviewLinesOfMsp" -> decisionOn(client.msp().path(), "MSP_TECHNICIAN");
      case "proveAccessReviewOfClient", "proveAccessReviewOfMsp" -> Map.of();
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
