package dev.assay.evidence;

import static io.restassured.RestAssured.given;

import dev.assay.evidence.store.FaultyStore;
import dev.assay.testing.openapi.OpenApiConformance;
import dev.assay.testing.stack.TestDatabase;
import dev.assay.testing.stack.TestStore;
import dev.assay.testing.statement.NothingHalfDone;
import dev.assay.testing.token.TestTokens;
import io.restassured.builder.ResponseBuilder;
import io.restassured.filter.Filter;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Calls as a test makes them; every answer is held against the OpenAPI document. */
final class EvidenceApi {

  static final UUID A = UUID.fromString("01900000-0000-7000-8000-00000000000a");
  static final UUID B = UUID.fromString("01900000-0000-7000-8000-00000000000b");

  static final String NEW_ITEM =
      """
      {
        "title": "Users of the sign-in realm",
        "controlId": "AM-04",
        "periodFrom": "2026-01-01",
        "periodTo": "2026-06-30",
        "sourceSystem": "Keycloak",
        "obtainedHow": "Admin API, all users"
      }
      """;

  private static @Nullable Filter conformance;

  private EvidenceApi() {}

  static RequestSpecification as(String role, UUID client) {
    if (conformance == null) {
      conformance = OpenApiConformance.ofRunningService();
    }
    return given().filter(conformance).auth().oauth2(TestTokens.of(role + "@" + client));
  }

  static RequestSpecification technician(UUID client) {
    return as("MSP_TECHNICIAN", client);
  }

  static String newKey() {
    return "key-" + UUID.randomUUID();
  }

  static String items(UUID client) {
    return "/v1/clients/" + client + "/evidence";
  }

  static Response create(UUID client, String key, String body) {
    return technician(client)
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .body(body)
        .post(items(client));
  }

  static String newItem(UUID client) {
    return create(client, newKey(), NEW_ITEM).then().statusCode(201).extract().path("id");
  }

  static String files(UUID client, String item) {
    return items(client) + "/" + item + "/files";
  }

  static RequestSpecification sending(UUID client, String key, byte[] bytes) {
    return technician(client)
        .contentType("application/octet-stream")
        .queryParam("name", "export.csv")
        .header("Idempotency-Key", key)
        .body(bytes);
  }

  static Response upload(UUID client, String item, byte[] bytes) {
    return send(client, item, newKey(), bytes, Map.of());
  }

  /** For bodies of any size: REST-assured takes seconds for a few megabytes. */
  static Response send(
      UUID client, String item, String key, byte[] bytes, Map<String, String> headers) {
    var request =
        HttpRequest.newBuilder(
                URI.create(
                    ConfigProvider.getConfig().getValue("test.url", String.class)
                        + files(client, item)
                        + "?name=export.csv"))
            .header("Authorization", "Bearer " + TestTokens.of("MSP_TECHNICIAN@" + client))
            .header("Content-Type", "application/octet-stream")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes));
    headers.forEach(request::header);
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

  static Response file(UUID client, String item, String file) {
    return technician(client).get(files(client, item) + "/" + file);
  }

  static Response content(UUID client, String item, String file) {
    // Bytes are not described by a schema, so they need no check against one.
    return given()
        .auth()
        .oauth2(TestTokens.of("AUDITOR@" + client))
        .get(files(client, item) + "/" + file + "/content");
  }

  /** Uploads as callers do after an outage: again, until the store is there. */
  static Response uploadPatiently(UUID client, String item, byte[] bytes) {
    Response[] answer = {upload(client, item, bytes)};
    await(
        "the store did not come back",
        () -> {
          if (answer[0].statusCode() == 503) {
            answer[0] = upload(client, item, bytes);
          }
          return answer[0].statusCode() != 503;
        });
    return answer[0];
  }

  static Response awaitState(UUID client, String item, String file, String state) {
    await(
        "not " + state + " in time: " + file(client, item, file).asString(),
        () -> file(client, item, file).path("state").equals(state));
    return file(client, item, file);
  }

  /** Waits until the death that a test asked for has come. */
  static void awaitDeath() {
    await("the service did not die", FaultyStore::hasDied);
  }

  /** Fails when {@code work} leaves a row or an object, or takes one away. */
  static void nothingHalfDone(Runnable work) {
    awaitIdle();
    NothingHalfDone.by(work, TestStore::versions);
  }

  /** Files of earlier tests are still being sealed; waits until none is. */
  static void awaitIdle() {
    await(
        "the workers are not done",
        () ->
            open(
                    "kind <> 'RECHECK' and file_id not in"
                        + " (select file_id from resumable_upload where completing_at is null)")
                == 0);
    await("locks are not looked at", RetentionApi::isIdle);
    await("requests are not done", () -> RequestApi.count(RequestApi.BUSY) == 0);
  }

  /** Uploads in one request that are on their way; one in parts may rest for a day. */
  static int settling() {
    return open("kind = 'SETTLE' and file_id not in (select file_id from resumable_upload)");
  }

  /** How many rows of the work queue meet a condition. */
  static int open(String condition) {
    try (var superuser = TestDatabase.superuser();
        var statement = superuser.createStatement();
        var row = statement.executeQuery("select count(*) from work where " + condition)) {
      row.next();
      return row.getInt(1);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  static void await(String failure, BooleanSupplier condition) {
    Instant until = Instant.now().plus(Duration.ofSeconds(30));
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(until)) {
        throw new AssertionError(failure);
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(sha256(bytes));
  }

  static String digestHeader(byte[] bytes) {
    return "sha-256=:" + Base64.getEncoder().encodeToString(sha256(bytes)) + ":";
  }
}
