package dev.assay.controls.world;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import dev.assay.tenancy.permission.Role;
import java.util.List;
import java.util.UUID;

/** The services around controls, as stubs that speak the shapes of their OpenAPI documents. */
public final class World {

  private World() {}

  public static WireMock tenants() {
    return at("tenants");
  }

  public static WireMock evidence() {
    return at("evidence");
  }

  static String portOf(String service) {
    return "assay.test.port." + service;
  }

  private static WireMock at(String service) {
    return new WireMock("127.0.0.1", Integer.getInteger(portOf(service)));
  }

  /** Nobody has a grant, and nothing exists. */
  public static void reset() {
    for (WireMock server : List.of(tenants(), evidence())) {
      server.resetMappings();
      server.resetRequests();
      server.register(any(anyUrl()).atPriority(10).willReturn(Shapes.problem(404)));
    }
  }

  /** Gives somebody these roles at the client. */
  public static void grant(Someone someone, UUID msp, UUID client, Role... roles) {
    tenants()
        .register(
            get(urlPathEqualTo("/v1/grants/effective"))
                .withQueryParam("client", equalTo(client.toString()))
                .withHeader("Authorization", equalTo("Bearer " + someone.token()))
                .willReturn(okJson(Shapes.grant(someone.personId(), msp, client, roles))));
  }

  public static void client(UUID msp, UUID client, int month, int day, String zone) {
    tenants()
        .register(
            get(urlPathEqualTo("/v1/clients/" + client))
                .willReturn(okJson(Shapes.client(msp, client, month, day, zone))));
  }

  public static void people(UUID client, List<UUID> people) {
    tenants()
        .register(
            get(urlPathEqualTo("/v1/clients/" + client + "/people"))
                .willReturn(okJson(Shapes.people(people, null))));
  }

  public static void systems(UUID client, List<UUID> systems) {
    tenants()
        .register(
            get(urlPathEqualTo("/v1/clients/" + client + "/systems"))
                .willReturn(okJson(Shapes.systems(systems))));
  }

  /** How evidence is asked for one file. */
  public static MappingBuilder fileOf(UUID client, UUID evidenceId, UUID fileId) {
    return get(
        urlPathEqualTo(
            "/v1/clients/%s/evidence/%s/files/%s".formatted(client, evidenceId, fileId)));
  }

  public static void file(UUID client, UUID evidenceId, UUID fileId, String state) {
    evidence()
        .register(
            fileOf(client, evidenceId, fileId)
                .willReturn(okJson(Shapes.file(evidenceId, fileId, state))));
  }
}
