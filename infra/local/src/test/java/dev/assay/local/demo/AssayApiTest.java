package dev.assay.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AssayApiTest {

  private final List<String> keys = new CopyOnWriteArrayList<>();
  private HttpServer busy;
  private AssayApi api;

  /** Answers 503 twice, asking for no wait, then 201. */
  @BeforeEach
  void startAServiceThatIsBusyAtFirst() throws IOException {
    busy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    busy.createContext(
        "/",
        exchange -> {
          keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
          exchange.getResponseHeaders().set("Retry-After", "0");
          exchange.sendResponseHeaders(keys.size() < 3 ? 503 : 201, -1);
          exchange.close();
        });
    busy.start();
    api =
        new AssayApi(
            service -> URI.create("http://127.0.0.1:" + busy.getAddress().getPort()), () -> "none");
  }

  @AfterEach
  void stop() {
    busy.stop(0);
  }

  @Test
  void aPatientCallerTriesA503AgainWithTheSameKey() {
    Answer answer = api.patientFor(Duration.ofSeconds(30)).post("any", "/", "one", Map.of());

    assertThat(answer.status()).isEqualTo(201);
    assertThat(keys).containsExactly("one", "one", "one");
  }

  @Test
  void othersAreHandedThe503() {
    Answer answer = api.post("any", "/", "one", Map.of());

    assertThat(answer.status()).isEqualTo(503);
    assertThat(keys).containsExactly("one");
  }
}
