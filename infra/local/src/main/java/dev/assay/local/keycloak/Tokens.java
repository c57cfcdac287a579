package dev.assay.local.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.local.layout.Exit;
import dev.assay.local.layout.Refusal;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Real access tokens of the demo people, from the real Keycloak. */
public final class Tokens {
  /** Every demo person's; the realm file marks it as local only. */
  public static final String DEMO_PASSWORD = "assay-local";

  /** Of the demo people who have a second factor; the realm file marks it as local only. */
  public static final String DEMO_OTP_SECRET = "assay-local-only-otp";

  private static final String CLIENT = "assay-cli";

  private final String issuer;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  public Tokens(String issuer) {
    this.issuer = issuer;
  }

  /** An access token of the first level; valid as long as the realm says (five minutes). */
  public String of(String user) throws InterruptedException {
    return request(
        Map.of(
            "grant_type", "password",
            "client_id", CLIENT,
            "scope", "openid",
            "username", user,
            "password", DEMO_PASSWORD));
  }

  /** An access token of level 2, after a second factor; of demo people who have one. */
  public String ofLevelTwo(String user) throws InterruptedException {
    return ofLevelTwo(
        user, DEMO_PASSWORD, new Totp(DEMO_OTP_SECRET).at(Clock.systemUTC().instant()));
  }

  /** An access token of level 2 of anybody. */
  public String ofLevelTwo(String user, String password, String oneTimePassword)
      throws InterruptedException {
    try {
      return new StepUp(issuer).tokenOf(user, password, oneTimePassword);
    } catch (IOException e) {
      throw new Refusal(Exit.CRASHED, "Keycloak does not answer as it should: " + e.getMessage());
    }
  }

  String request(Map<String, String> form) throws InterruptedException {
    try {
      var response =
          client.send(
              HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                  .timeout(Duration.ofSeconds(20))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(BodyPublishers.ofString(encode(form)))
                  .build(),
              BodyHandlers.ofString());
      JsonNode answer = new ObjectMapper().readTree(response.body());
      if (response.statusCode() != 200) {
        throw new Refusal(
            Exit.USAGE,
            "Keycloak gives no token: " + answer.path("error_description").asText(response.body()));
      }
      return answer.path("access_token").asText();
    } catch (ConnectException e) {
      throw new Refusal(
          Exit.NOT_RUNNING,
          "Keycloak does not answer on " + issuer + ": start it with ./assay up.");
    } catch (IOException e) {
      throw new Refusal(Exit.CRASHED, "Keycloak does not answer as it should: " + e.getMessage());
    }
  }

  static String encode(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            field ->
                URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                    + "="
                    + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
