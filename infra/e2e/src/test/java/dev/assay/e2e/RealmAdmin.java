package dev.assay.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.local.LocalStack;
import dev.assay.local.keycloak.Keycloak;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** The admin of the stack's Keycloak, who stands in for what people do by mail and browser. */
final class RealmAdmin {

  private final LocalStack stack;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();

  RealmAdmin(LocalStack stack) {
    this.stack = stack;
  }

  /** Accounts of this user name. */
  JsonNode accounts(String username) {
    return call(
        "GET",
        "/users?exact=true&username=" + URLEncoder.encode(username, StandardCharsets.UTF_8),
        null);
  }

  /** Changes something; the body is JSON. */
  JsonNode call(String method, String path, String body) {
    try {
      var request =
          HttpRequest.newBuilder(URI.create(stack.keycloakUrl() + "/admin/realms/assay" + path))
              .header("Authorization", "Bearer " + token())
              .header("Content-Type", "application/json")
              .method(
                  method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
              .build();
      return send(request);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private String token() throws IOException, InterruptedException {
    String form =
        "grant_type=password&client_id=admin-cli&username=%s&password=%s"
            .formatted(
                Keycloak.ADMIN,
                URLEncoder.encode(stack.keycloakAdminPassword(), StandardCharsets.UTF_8));
    return send(HttpRequest.newBuilder(
                URI.create(stack.keycloakUrl() + "/realms/master/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build())
        .path("access_token")
        .asText();
  }

  private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
    var response = http.send(request, BodyHandlers.ofString());
    if (response.statusCode() >= 300) {
      throw new IOException(request.uri() + " answered " + response.statusCode());
    }
    return json.readTree(response.body().isEmpty() ? "null" : response.body());
  }
}
