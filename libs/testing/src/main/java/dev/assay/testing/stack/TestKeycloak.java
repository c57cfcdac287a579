package dev.assay.testing.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.assay.local.keycloak.Keycloak;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The test's Keycloak, past the service: as the server's admin, or as any client or user. */
public final class TestKeycloak {

  private static final String PREFIX = "assay.test.keycloak.";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private static final ObjectMapper JSON = new ObjectMapper();

  private TestKeycloak() {}

  /**
   * What Keycloak answered.
   *
   * @param body a missing node where there is none
   */
  public record Answer(int status, JsonNode body) {}

  static void announce(String url, String adminPassword, Path mails) {
    System.setProperty(PREFIX + "url", url);
    System.setProperty(PREFIX + "admin", adminPassword);
    System.setProperty(PREFIX + "mails", mails.toString());
  }

  /** Keycloak's own address, not that of the outage before it. */
  public static String url() {
    String url = System.getProperty(PREFIX + "url");
    if (url == null) {
      throw new IllegalStateException("annotate the test with KeycloakResource");
    }
    return url;
  }

  /** Calls the realm's admin API as the server's admin, who may do everything. */
  public static Answer admin(String method, String path, @Nullable Object body) {
    String token =
        token(
            "master",
            Map.of(
                "grant_type",
                "password",
                "client_id",
                "admin-cli",
                "username",
                Keycloak.ADMIN,
                "password",
                System.getProperty(PREFIX + "admin")));
    return call(token, method, path, body);
  }

  /** Calls the realm's admin API with this token. */
  public static Answer call(String token, String method, String path, @Nullable Object body) {
    try {
      var request =
          HttpRequest.newBuilder(URI.create(url() + "/admin/realms/assay" + path))
              .timeout(PATIENCE)
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "application/json")
              .method(
                  method,
                  body == null
                      ? BodyPublishers.noBody()
                      : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
      return answer(HTTP.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** An access token of the realm {@code assay} for this form. */
  public static String token(Map<String, String> form) {
    return token("assay", form);
  }

  private static String token(String realm, Map<String, String> form) {
    Answer answer = tokenAnswer(realm, form);
    if (answer.status() != 200) {
      throw new IllegalStateException("Keycloak gives no token: " + answer);
    }
    return answer.body().path("access_token").asText();
  }

  /** What the realm {@code assay} answers to whoever asks for a token with this form. */
  public static Answer tokenAnswer(Map<String, String> form) {
    return tokenAnswer("assay", form);
  }

  private static Answer tokenAnswer(String realm, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    URI address = URI.create(url() + "/realms/" + realm + "/protocol/openid-connect/token");
    try {
      return answer(
          HTTP.send(
              HttpRequest.newBuilder(address)
                  .timeout(PATIENCE)
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** Every message that Keycloak has sent, the oldest first. */
  public static List<String> mails() {
    url();
    try (Stream<Path> files = Files.list(Path.of(System.getProperty(PREFIX + "mails")))) {
      return files
          .filter(file -> file.toString().endsWith(".eml"))
          .sorted()
          .map(TestKeycloak::read)
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Answer answer(HttpResponse<String> response) throws IOException {
    boolean json =
        response.headers().firstValue("Content-Type").orElse("").startsWith("application/json");
    return new Answer(
        response.statusCode(),
        json && !response.body().isEmpty()
            ? JSON.readTree(response.body())
            : MissingNode.getInstance());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
