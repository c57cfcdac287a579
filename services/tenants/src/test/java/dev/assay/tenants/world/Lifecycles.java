package dev.assay.tenants.world;

import static dev.assay.tenants.world.World.as;
import static dev.assay.tenants.world.World.atClient;
import static dev.assay.tenants.world.World.clientNamed;
import static dev.assay.tenants.world.World.created;
import static dev.assay.tenants.world.World.firstExecutive;
import static dev.assay.tenants.world.World.get;
import static dev.assay.tenants.world.World.hire;
import static dev.assay.tenants.world.World.newClient;
import static dev.assay.tenants.world.World.newSubject;
import static dev.assay.tenants.world.World.post;
import static dev.assay.tenants.world.World.put;

import dev.assay.tenants.world.World.Client;
import dev.assay.tenants.world.World.Msp;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Clients and MSPs on their way from one state to the next. */
public final class Lifecycles {

  /** A client whose onboarding is complete, and those who work for it. */
  public record Staffed(
      Client client, String executive, String owner, String technician, String reviewer) {}

  private Lifecycles() {}

  /** A client that lacks nothing to become active. */
  public static Staffed newStaffedClient(Msp msp) {
    Client client = newClient(msp);
    String admin = msp.admin();
    Map<String, Object> known = new HashMap<>(clientNamed("Copperfield Instruments (demo)"));
    known.put("filerStatus", "ACCELERATED");
    put(admin, client.path(), etag(admin, client.path()), known).then().statusCode(200);
    created(
        post(
            admin,
            client.path() + "/identifiers",
            Map.of("kind", "OTHER", "scheme", "TEST", "value", UUID.randomUUID().toString())));
    String executive = firstExecutive(client);
    String owner = newSubject("owner");
    hire(admin, client.path(), owner, "CONTROL_OWNER");
    String reviewer = atClient(client, "MSP_REVIEWER");
    bringIntoScope(client, reviewer);
    return new Staffed(client, executive, owner, atClient(client, "MSP_TECHNICIAN"), reviewer);
  }

  private static void bringIntoScope(Client client, String reviewer) {
    UUID system =
        created(
            post(
                client.msp().admin(),
                client.path() + "/systems",
                Map.of(
                    "name",
                    "General ledger",
                    "kind",
                    "APPLICATION",
                    "hosting",
                    "SAAS",
                    "rationale",
                    "All journal entries are posted here.")));
    post(reviewer, client.path() + "/systems/" + system + "/versions/0/approve", Map.of())
        .then()
        .statusCode(200);
  }

  /** Moves a client on from whatever version it has now. */
  public static Response move(String by, Client client, String to) {
    String reader = client.msp().admin();
    return move(by, client.path() + "/lifecycle", etag(reader, client.path()), to);
  }

  /** Moves an MSP on from whatever version it has now. */
  public static Response move(String by, Msp msp, String to) {
    return move(
        by, "/v1/platform/msps/" + msp.id() + "/lifecycle", etag(World.OPERATOR, msp.path()), to);
  }

  /** A move for one version. */
  public static Response move(String by, String path, String ifMatch, String to) {
    var request =
        as(by)
            .contentType("application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .body(Map.of("to", to, "reason", "Decided in a test."));
    return (ifMatch == null ? request : request.header("If-Match", ifMatch)).when().post(path);
  }

  public static String etag(String by, String path) {
    return get(by, path).then().statusCode(200).extract().header("ETag");
  }
}
