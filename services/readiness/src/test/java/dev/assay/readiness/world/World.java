package dev.assay.readiness.world;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import dev.assay.tenancy.permission.Role;
import dev.assay.testing.token.TestTokens;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The services around readiness, as stubs that speak the shapes of their OpenAPI documents. */
public final class World {

  public static final String MSP = "01937f6e-0000-7000-8000-0000000000a1";
  public static final String OWNER = "01937f6e-0000-7000-8000-0000000000d1";

  private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

  private World() {}

  /** This person's token: the same one each time, so that stubs can tell people apart. */
  public static String token(String subject) {
    return TOKENS.computeIfAbsent(subject, TestTokens::of);
  }

  /** Where the stub of this service listens. */
  public static String urlOf(String service) {
    return "http://127.0.0.1:" + Integer.getInteger(portOf(service));
  }

  public static WireMock controls() {
    return at("controls");
  }

  public static WireMock tenants() {
    return at("tenants");
  }

  static String portOf(String service) {
    return "assay.test.port." + service;
  }

  private static WireMock at(String service) {
    return new WireMock("127.0.0.1", Integer.getInteger(portOf(service)));
  }

  /** Nobody has a grant, and nothing exists. */
  public static void reset() {
    for (WireMock server : Arrays.asList(controls(), tenants())) {
      server.resetMappings();
      server.resetRequests();
      server.register(WireMock.any(WireMock.anyUrl()).atPriority(10).willReturn(problem(404)));
    }
  }

  /** Gives somebody these roles at the client. */
  public static void grant(String subject, UUID client, Role... roles) {
    tenants()
        .register(
            get(urlPathEqualTo("/v1/grants/effective"))
                .withQueryParam("client", equalTo(client.toString()))
                .withHeader("Authorization", equalTo("Bearer " + token(subject)))
                .willReturn(
                    okJson(
                        """
                        {"personId":"%s","mspId":"%s","clientId":"%s","roles":[%s],
                         "allClients":false,"clientIds":[],"validUntil":null}
                        """
                            .formatted(
                                OWNER,
                                MSP,
                                client,
                                Arrays.stream(roles)
                                    .map(role -> "\"" + role + "\"")
                                    .collect(Collectors.joining(","))))));
  }

  public static void client(UUID client, int month, int day, String zone) {
    tenants()
        .register(
            get(urlPathEqualTo("/v1/clients/" + client))
                .willReturn(okJson(Shapes.client(client, month, day, zone))));
  }

  public static void people(UUID client) {
    tenants()
        .register(
            get(urlPathEqualTo("/v1/clients/" + client + "/people"))
                .willReturn(okJson(Shapes.people(OWNER, "Demo Control Owner"))));
  }

  public static void inputs(UUID client, int year, String... controls) {
    controls()
        .register(
            get(urlPathEqualTo(inputsPath(client, year)))
                .willReturn(okJson(Shapes.inputs(client, year, false, controls))));
  }

  public static String inputsPath(UUID client, int year) {
    return "/v1/clients/" + client + "/years/" + year + "/readiness-inputs";
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
}
