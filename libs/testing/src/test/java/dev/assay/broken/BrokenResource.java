package dev.assay.broken;

import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;

class BrokenResource {

  @Entity
  static class Row {
    @Id String id;
  }

  @Inject Runnable injected;

  @GET
  public String withoutPermission() {
    return "open to all";
  }

  @GET
  @Requires(Permission.CLIENT_READ)
  String notPublic() {
    return "ignored";
  }

  @GET
  @Requires(Permission.CLIENT_READ)
  public List<Row> entities() {
    return List.of();
  }

  @Transactional
  public int callsOut() throws Exception {
    return deeper();
  }

  private int deeper() throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1")).build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }
  }

  Instant ownTime() {
    return Instant.now();
  }
}
