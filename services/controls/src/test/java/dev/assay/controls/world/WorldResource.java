package dev.assay.controls.world;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Starts the stubs and points the service at them. */
public final class WorldResource implements QuarkusTestResourceLifecycleManager {

  private List<WireMockServer> servers = List.of();

  @Override
  public Map<String, String> start() {
    servers = Stream.of("tenants", "evidence").map(WorldResource::serve).toList();
    return Map.of(
        "assay.tenants.url", servers.getFirst().baseUrl(),
        "assay.evidence.url", servers.getLast().baseUrl());
  }

  private static WireMockServer serve(String service) {
    var server =
        new WireMockServer(WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
    server.start();
    System.setProperty(World.portOf(service), Integer.toString(server.port()));
    return server;
  }

  @Override
  public void stop() {
    servers.forEach(WireMockServer::stop);
  }
}
