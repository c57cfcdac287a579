package dev.assay.evidence;

import static io.restassured.RestAssured.given;

import dev.assay.testing.stack.TestDatabase;
import dev.assay.testing.token.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.UUID;

/** Calls about audit packages as a test makes them. */
final class Packages {

  static final String YEAR = "{\"periodFrom\": \"2026-01-01\", \"periodTo\": \"2026-12-31\"}";

  private Packages() {}

  static String path(UUID client) {
    return "/v1/clients/" + client + "/audit-packages";
  }

  static Response ask(UUID client, String key, String body) {
    return EvidenceApi.technician(client)
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .body(body)
        .post(path(client));
  }

  static String asked(UUID client, String body) {
    return ask(client, EvidenceApi.newKey(), body).then().statusCode(201).extract().path("id");
  }

  static String asked(UUID client, String from, String to, String knownAt) {
    return asked(
        client,
        "{\"periodFrom\": \"%s\", \"periodTo\": \"%s\", \"knownAt\": \"%s\"}"
            .formatted(from, to, knownAt));
  }

  static Response get(UUID client, String id) {
    return EvidenceApi.as("AUDITOR", client).get(path(client) + "/" + id);
  }

  static Response await(UUID client, String id, String state) {
    EvidenceApi.await(
        "the package is not " + state + ": " + get(client, id).asString(),
        () -> get(client, id).path("state").equals(state));
    EvidenceApi.await("its work is still queued", () -> queued(id) == 0);
    return get(client, id);
  }

  static Response sealed(UUID client, String body) {
    return await(client, asked(client, body), "SEALED");
  }

  /** Bytes are not described by a schema, so they need no check against one. */
  static Response content(UUID client, String id, String... headers) {
    var request = given().auth().oauth2(TestTokens.of("AUDITOR@" + client));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return request.get(path(client) + "/" + id + "/content");
  }

  /** As if the lease had ended. */
  static void makeDue() {
    try (var superuser = TestDatabase.superuser();
        var statement = superuser.createStatement()) {
      statement.execute("update package_work set due_at = now()");
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static int queued(String id) {
    try (var superuser = TestDatabase.superuser();
        var row =
            superuser
                .createStatement()
                .executeQuery(
                    "select count(*) from package_work where package_id = '" + id + "'")) {
      row.next();
      return row.getInt(1);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
