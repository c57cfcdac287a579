package dev.assay.local.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assay.local.layout.Exit;
import dev.assay.local.layout.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The probe against small servers that speak S3 and each commit one sin. */
class LockProbeTest {
  private static final String LOCK =
      "<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled></ObjectLockConfiguration>";
  private static final String DENIED = "<Error><Code>AccessDenied</Code></Error>";

  private HttpServer server;
  private boolean lockOnBucket = true;
  private boolean deletes;
  private boolean deletesWithBypass;
  private boolean shortens;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
    boolean bypass = exchange.getRequestHeaders().containsKey("x-amz-bypass-governance-retention");
    exchange.getResponseHeaders().add("x-amz-version-id", "v1");
    switch (exchange.getRequestMethod()) {
      case "DELETE" -> send(exchange, (bypass ? deletesWithBypass : deletes) ? 204 : 403, DENIED);
      case "PUT" -> send(exchange, query.contains("retention") && !shortens ? 403 : 200, DENIED);
      case "GET" -> {
        if (query.contains("object-lock")) {
          send(exchange, lockOnBucket ? 200 : 404, lockOnBucket ? LOCK : DENIED);
        } else {
          send(exchange, 200, "<ListVersionsResult></ListVersionsResult>");
        }
      }
      default -> send(exchange, 200, "");
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    boolean none = status == 204 || exchange.getRequestMethod().equals("HEAD") || body.isEmpty();
    byte[] bytes =
        status == 200 && exchange.getRequestMethod().equals("PUT")
            ? new byte[0]
            : body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, none || bytes.length == 0 ? -1 : bytes.length);
    if (!none && bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  private void probe() {
    var keys = new StoreAccess.Keys("access", "secret");
    var access =
        new StoreAccess(
            URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
            "us-east-1",
            "evidence",
            keys,
            keys);
    try (var client = S3.client(access, keys)) {
      new LockProbe(client, "evidence").run();
    }
  }

  private void assertRefused(String why) {
    assertThatThrownBy(this::probe)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.exit()).isEqualTo(Exit.STORE_UNSAFE))
        .hasMessageContaining(why);
  }

  @Test
  void acceptsStoreThatRefusesAllThree() {
    assertThatCode(this::probe).doesNotThrowAnyException();
  }

  @Test
  void refusesStoreThatDeletesLockedVersion() {
    deletes = true;
    assertRefused("deletes a version that is under a COMPLIANCE lock");
  }

  @Test
  void refusesStoreThatDeletesWithBypass() {
    deletesWithBypass = true;
    assertRefused("deletes a locked version when asked to bypass governance");
  }

  @Test
  void refusesStoreThatShortensLock() {
    shortens = true;
    assertRefused("shortens a COMPLIANCE lock");
  }

  @Test
  void refusesBucketWithoutLock() {
    lockOnBucket = false;
    assertRefused("has no Object Lock on bucket evidence");
  }
}
