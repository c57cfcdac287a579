package dev.assay.readiness.world;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.assay.testing.token.TestTokens;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Starts the stubs and points the service at them. */
public final class WorldResource implements QuarkusTestResourceLifecycleManager {

  private List<WireMockServer> servers = List.of();

  @Override
  public Map<String, String> start() {
    servers = Stream.of("controls", "tenants").map(WorldResource::serve).toList();
    Map<String, String> settings = new HashMap<>(TestTokens.start());
    settings.put("assay.controls.url", servers.getFirst().baseUrl());
    settings.put("assay.tenants.url", servers.getLast().baseUrl());
    settings.put("assay.environment", "test");
    return settings;
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
