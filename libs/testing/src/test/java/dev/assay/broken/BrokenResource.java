package dev.assay.broken;

import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import dev.assay.tenancy.scope.Scopes;
import dev.assay.tenancy.scope.TenantScope;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

class BrokenResource implements BrokenApi {

  @Entity
  static class Row {
    @Id String id;
  }

  record Wrapped(String title, List<Row> rows) {}

  @Inject Runnable injected;

  @ConfigProperty(name = "a")
  String configured;

  @GET
  public String withoutPermission() {
    return "open to all";
  }

  @Override
  public String declaredByItsInterface() {
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

  @GET
  @Requires(Permission.CLIENT_READ)
  public Wrapped entityInsideARecord() {
    return new Wrapped("a", List.of());
  }

  @GET
  @Requires(Permission.CLIENT_READ)
  @APIResponse(content = @Content(schema = @Schema(implementation = Row.class)))
  public Response entityInItsDocument() {
    return Response.ok().build();
  }

  @Transactional
  public int callsOut() throws Exception {
    return deeper();
  }

  private static int deeper() throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1")).build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }
  }

  /** Where bytes are kept; nothing here says that it is far away. */
  interface Shelf {
    int put();
  }

  static class RemoteShelf implements Shelf {
    @Override
    public int put() {
      try {
        return deeper();
      } catch (Exception failed) {
        throw new IllegalStateException(failed);
      }
    }
  }

  @Transactional
  static class TransactionalAsAWhole {
    int callsThroughAnInterface(Shelf shelf) {
      return shelf.put();
    }
  }

  /** An interface that a builder makes a client of, without an annotation that would say so. */
  interface BuiltClient {
    @GET
    String ask();
  }

  int callsFromItsLambda(Scopes scopes, TenantScope scope, BuiltClient client) {
    return scopes.inTransaction(scope, () -> client.ask().length());
  }

  Instant ownTime() {
    return Instant.now();
  }

  Supplier<Instant> ownTimeByReference() {
    return Instant::now;
  }

  @SuppressWarnings("JavaUtilDate")
  Date ownDate() {
    return new Date();
  }

  Clock ownClock() {
    return Clock.systemUTC();
  }
}
