package dev.assay.sound;

import dev.assay.tenancy.permission.Permission;
import dev.assay.tenancy.permission.Requires;
import dev.assay.tenancy.scope.Scopes;
import dev.assay.tenancy.scope.TenantScope;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

class SoundResource {

  record Answer(String title, List<String> rows) {}

  private final Clock clock;
  private final Scopes scopes;

  SoundResource(Clock clock, Scopes scopes) {
    this.clock = clock;
    this.scopes = scopes;
  }

  @GET
  @Transactional
  @Requires(Permission.CLIENT_READ)
  public Answer read() {
    return new Answer(Instant.now(clock).toString(), List.of());
  }

  @Transactional(Transactional.TxType.NEVER)
  public int callsOutsideATransaction() throws Exception {
    return call();
  }

  int callsBetweenTransactions(TenantScope scope) throws Exception {
    String before = scopes.inTransaction(scope, () -> "before");
    int status = call();
    scopes.runInTransaction(scope, () -> Objects.requireNonNull(before));
    return status;
  }

  private static int call() throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1")).build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }
  }
}
