package dev.assay.evidence;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code tenants} as its OpenAPI document says: every client is in New York, and these people are
 * known there. Their second page holds the last of them.
 */
public final class TenantsStub implements QuarkusTestResourceLifecycleManager {

  static final UUID OWNER = UUID.fromString("01900000-0000-7000-8000-0000000000c1");
  static final UUID OTHER_OWNER = UUID.fromString("01900000-0000-7000-8000-0000000000c2");
  static final UUID TECHNICIAN = UUID.fromString("01900000-0000-7000-8000-0000000000c3");
  static final UUID REVIEWER = UUID.fromString("01900000-0000-7000-8000-0000000000c4");
  static final String ZONE = "America/New_York";

  private static final String PORT = "assay.test.port.tenants";
  private static final String CLIENT = "/v1/clients/[0-9a-f-]{36}";

  private final WireMockServer server =
      new WireMockServer(WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());

  @Override
  public Map<String, String> start() {
    server.start();
    System.setProperty(PORT, Integer.toString(server.port()));
    answer();
    return Map.of("assay.tenants.url", server.baseUrl());
  }

  @Override
  public void stop() {
    server.stop();
  }

  static WireMock tenants() {
    return new WireMock("127.0.0.1", Integer.getInteger(PORT));
  }

  /** As it answers when all is well. */
  static void answer() {
    WireMock tenants = tenants();
    tenants.resetMappings();
    tenants.register(
        get(urlPathMatching(CLIENT))
            .willReturn(
                okJson(
                    """
                    {"id":"01900000-0000-7000-8000-00000000000a",
                     "mspId":"01900000-0000-7000-8000-0000000000aa",
                     "legalName":"Copperfield Instruments (demo)",
                     "fiscalYearEnd":{"month":12,"day":31},"timeZone":"%s",
                     "status":"ACTIVE","createdAt":"2026-01-05T10:00:00Z"}
                    """
                        .formatted(ZONE))));
    tenants.register(
        get(urlPathMatching(CLIENT + "/people"))
            .atPriority(2)
            .willReturn(okJson(people(Stream.of(OWNER, OTHER_OWNER, TECHNICIAN), "\"next\""))));
    tenants.register(
        get(urlPathMatching(CLIENT + "/people"))
            .withQueryParam("cursor", WireMock.equalTo("next"))
            .atPriority(1)
            .willReturn(okJson(people(Stream.of(REVIEWER), "null"))));
  }

  /** As it answers when it has broken down. */
  static void fail() {
    tenants().resetMappings();
    tenants().register(WireMock.any(WireMock.anyUrl()).willReturn(aResponse().withStatus(500)));
  }

  /** As it does not answer in time. */
  static void hang() {
    tenants().resetMappings();
    tenants()
        .register(WireMock.any(WireMock.anyUrl()).willReturn(aResponse().withFixedDelay(10_000)));
  }

  /** What was asked about a client. */
  static List<LoggedRequest> askedAbout(UUID client) {
    return tenants()
        .find(WireMock.anyRequestedFor(urlPathMatching("/v1/clients/" + client + ".*")));
  }

  private static String people(Stream<UUID> ids, String next) {
    return ids.map(
            id ->
                """
                {"id":"%s","displayName":"Demo person","kind":"PERSON","side":"MSP",
                 "createdAt":"2026-01-05T10:00:00Z","state":"ACTIVE",
                 "stateSince":"2026-01-05T10:00:00Z",
                 "provisioning":{"state":"DONE","since":"2026-01-05T10:00:00Z"}}
                """
                    .formatted(id))
        .collect(Collectors.joining(",", "{\"items\":[", "],\"nextCursor\":" + next + "}"));
  }
}
