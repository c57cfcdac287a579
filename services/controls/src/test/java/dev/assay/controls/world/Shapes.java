package dev.assay.controls.world;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.assay.tenancy.permission.Role;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** What tenants and evidence answer: their own OpenAPI documents say so. */
public final class Shapes {

  /** The digest of every file in these tests. */
  public static final String SHA256 =
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

  private Shapes() {}

  public static String grant(UUID person, UUID msp, UUID client, Role... roles) {
    String names =
        Arrays.stream(roles).map(role -> "\"" + role + "\"").collect(Collectors.joining(","));
    return """
    {"personId":"%s","mspId":"%s","clientId":"%s","roles":[%s],
     "allClients":false,"clientIds":[],"validUntil":null}
    """
        .formatted(person, msp, client, names);
  }

  public static String client(UUID msp, UUID client, int month, int day, String zone) {
    return """
    {"id":"%s","mspId":"%s","legalName":"Copperfield Instruments (demo)",
     "fiscalYearEnd":{"month":%d,"day":%d},"timeZone":"%s",
     "status":"ACTIVE","createdAt":"2026-01-05T10:00:00Z"}
    """
        .formatted(client, msp, month, day, zone);
  }

  public static String people(List<UUID> people, String nextCursor) {
    String items =
        people.stream()
            .map(
                id ->
                    """
                    {"id":"%s","displayName":"Demo person","kind":"PERSON","side":"MSP",
                     "createdAt":"2026-01-05T10:00:00Z","state":"ACTIVE",
                     "stateSince":"2026-01-05T10:00:00Z",
                     "provisioning":{"state":"DONE","since":"2026-01-05T10:00:00Z"}}
                    """
                        .formatted(id))
            .collect(Collectors.joining(","));
    return page(items, nextCursor);
  }

  public static String systems(List<UUID> systems) {
    String items =
        systems.stream()
            .map(
                id ->
                    """
                    {"id":"%s","name":"System","kind":"APPLICATION",
                     "hosting":"ON_PREMISES","rationale":"Holds the general ledger.",
                     "runsOn":[],"storesDataIn":[],"state":"PROPOSED","version":0,
                     "createdAt":"2026-01-05T10:00:00Z"}
                    """
                        .formatted(id))
            .collect(Collectors.joining(","));
    return page(items, null);
  }

  public static String file(UUID evidenceId, UUID fileId, String state) {
    return """
    {"id":"%s","evidenceId":"%s","name":"realm-users.json","mediaType":"application/json",
     "size":4,"sha256":"%s","state":"%s","stateAt":"2026-11-20T10:00:00Z",
     "arrivedAt":"2026-11-20T10:00:00Z",
     "history":[{"state":"PENDING","at":"2026-11-20T10:00:00Z"}]}
    """
        .formatted(fileId, evidenceId, SHA256, state);
  }

  public static ResponseDefinitionBuilder problem(int status) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/problem+json")
        .withBody(
            """
            {"type":"/problems/x","title":"t","status":%d,"detail":"d","requestId":"r"}
            """
                .formatted(status));
  }

  private static String page(String items, String nextCursor) {
    return "{\"items\":[%s],\"nextCursor\":%s}"
        .formatted(items, nextCursor == null ? "null" : "\"" + nextCursor + "\"");
  }
}
