package dev.assay.evidence;

import dev.assay.testing.token.TestTokens;
import io.restassured.builder.ResponseBuilder;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** One upload in parts as a program makes it. */
final class PartsApi {

  private final String items;
  private final String subject;
  private final String item;
  private final String id;
  private final byte[] bytes;

  PartsApi(String items, String subject, String item, String id, byte[] bytes) {
    this.items = items;
    this.subject = subject;
    this.item = item;
    this.id = id;
    this.bytes = bytes;
  }

  String items() {
    return items;
  }

  String item() {
    return item;
  }

  String id() {
    return id;
  }

  byte[] bytes() {
    return bytes;
  }

  static final int PART = 8 * 1024 * 1024;

  static PartsApi begin(UUID client, String item, byte[] bytes) {
    return begin(client, item, bytes, EvidenceApi.hex(bytes));
  }

  static PartsApi begin(UUID client, String item, byte[] bytes, String sha256) {
    Response begun =
        begin(
            EvidenceApi.technician(client),
            EvidenceApi.items(client),
            item,
            body(bytes.length, sha256));
    return new PartsApi(
        EvidenceApi.items(client),
        "MSP_TECHNICIAN@" + client,
        item,
        begun.then().statusCode(201).extract().path("id"),
        bytes);
  }

  static Response begin(RequestSpecification as, String items, String item, String body) {
    return as.contentType(ContentType.JSON)
        .header("Idempotency-Key", EvidenceApi.newKey())
        .body(body)
        .post(items + "/" + item + "/uploads");
  }

  static String body(long size, String sha256) {
    return """
        {"name": "ledger.csv", "mediaType": "application/octet-stream", "size": %d, "sha256": "%s"}
        """
        .formatted(size, sha256);
  }

  String path() {
    return items + "/" + item + "/uploads/" + id;
  }

  byte[] part(int number) {
    return Arrays.copyOfRange(bytes, (number - 1) * PART, Math.min(bytes.length, number * PART));
  }

  Response put(int number) {
    return put(number, part(number), null);
  }

  /** REST-assured takes seconds for a few megabytes. */
  Response put(int number, byte[] part, @Nullable String digest) {
    var request =
        HttpRequest.newBuilder(
                URI.create(
                    ConfigProvider.getConfig().getValue("test.url", String.class)
                        + path()
                        + "/parts/"
                        + number))
            .header("Authorization", "Bearer " + TestTokens.of(subject))
            .header("Content-Type", "application/octet-stream")
            .PUT(HttpRequest.BodyPublishers.ofByteArray(part));
    if (digest != null) {
      request.header("Content-Digest", digest);
    }
    try (var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      var response =
          new ResponseBuilder().setStatusCode(answer.statusCode()).setBody(answer.body());
      answer.headers().map().forEach((name, values) -> response.setHeader(name, values.getFirst()));
      return response.build();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private RequestSpecification caller() {
    String[] parts = subject.split("@", -1);
    return EvidenceApi.as(parts[0], UUID.fromString(parts[1]));
  }

  Response get() {
    return caller().get(path());
  }

  Response parts(String query) {
    return caller().get(path() + "/parts" + query);
  }

  Response complete() {
    return caller().header("Idempotency-Key", EvidenceApi.newKey()).post(path() + "/complete");
  }

  Response abort() {
    return caller().delete(path());
  }
}
