package dev.assay.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Calls the services as one user would: JSON, bearer token, one Idempotency-Key a request. */
public final class AssayApi {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final Function<String, URI> addressOf;
  private final Supplier<String> token;
  private final Duration patience;

  /**
   * One user's access; every answer is handed on as it comes.
   *
   * @param addressOf the base address of a service, by its name
   * @param token gives a current access token
   */
  public AssayApi(Function<String, URI> addressOf, Supplier<String> token) {
    this(addressOf, token, Duration.ZERO);
  }

  private AssayApi(Function<String, URI> addressOf, Supplier<String> token, Duration patience) {
    this.addressOf = addressOf;
    this.token = token;
    this.patience = patience;
  }

  /**
   * The same access, but a 503 is tried again when its Retry-After says so, for this long at most.
   * A 503 left nothing behind, and the same Idempotency-Key is sent again.
   */
  public AssayApi patientFor(Duration longest) {
    return new AssayApi(addressOf, token, longest);
  }

  /** Reads. */
  public Answer get(String service, String path) {
    return send(request(service, path).GET().build());
  }

  /** Creates or triggers; the same key with the same body repeats the first answer. */
  public Answer post(String service, String path, String key, Map<String, ?> body) {
    return send(
        request(service, path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofByteArray(write(body)))
            .build());
  }

  /** As {@link #post(String, String, String, Map)}, for the version that {@code etag} names. */
  public Answer post(String service, String path, String key, String etag, Map<String, ?> body) {
    return send(
        request(service, path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .header("If-Match", etag)
            .POST(BodyPublishers.ofByteArray(write(body)))
            .build());
  }

  /** Updates the version that {@code etag} names. */
  public Answer put(String service, String path, String etag, Map<String, ?> body) {
    return send(
        request(service, path)
            .header("Content-Type", "application/json")
            .header("If-Match", etag)
            .PUT(BodyPublishers.ofByteArray(write(body)))
            .build());
  }

  /** Uploads bytes with their digest (RFC 9530). */
  public Answer upload(String path, String key, String name, byte[] content, String digest) {
    return send(
        request("evidence", path + "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
            .header("Content-Type", "application/octet-stream")
            .header("Idempotency-Key", key)
            .header("Content-Digest", digest)
            .POST(BodyPublishers.ofByteArray(content))
            .build());
  }

  private HttpRequest.Builder request(String service, String path) {
    return HttpRequest.newBuilder(addressOf.apply(service).resolve(path))
        .timeout(TIMEOUT)
        .header("Accept", "application/json")
        .header("Authorization", "Bearer " + token.get());
  }

  private Answer send(HttpRequest request) {
    try {
      long giveUp = System.nanoTime() + patience.toNanos();
      Answer answer = sendOnce(request);
      while (answer.status() == 503 && System.nanoTime() < giveUp) {
        Thread.sleep(answer.retryAfter());
        answer = sendOnce(request);
      }
      return answer;
    } catch (IOException failed) {
      throw new UncheckedIOException(request.uri() + " did not answer", failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while waiting for " + request.uri(), stopped);
    }
  }

  private Answer sendOnce(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    return new Answer(response.statusCode(), read(response.body()), response.headers());
  }

  private JsonNode read(byte[] body) throws IOException {
    return body.length == 0 ? MissingNode.getInstance() : json.readTree(body);
  }

  private byte[] write(Map<String, ?> body) {
    try {
      return json.writeValueAsBytes(body);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
