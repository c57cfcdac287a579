package dev.assay.tenants.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.testing.stack.TestKeycloak;
import dev.assay.testing.stack.TestKeycloak.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** The real realm, as its admin sees and changes it. */
public final class Realm {

  static final String PASSWORD = "a-long-password";

  /** Each round of the workers takes a second, and this machine may be busy. */
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private Realm() {}

  /** Waits until this holds. */
  static void eventually(Runnable holds) {
    Instant until = Instant.now().plus(PATIENCE);
    while (true) {
      try {
        holds.run();
        return;
      } catch (AssertionError notYet) {
        if (Instant.now().isAfter(until)) {
          throw notYet;
        }
        LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      }
    }
  }

  public static JsonNode get(String path) {
    return TestKeycloak.admin("GET", path, null).body();
  }

  public static void change(String method, String path, Object body) {
    Answer answer = TestKeycloak.admin(method, path, body);
    assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
  }

  /** All accounts of this user name. */
  static JsonNode accounts(String username) {
    return get("/users?exact=true&username=" + URLEncoder.encode(username, StandardCharsets.UTF_8));
  }

  static JsonNode account(String subject) {
    return get("/users/" + subject);
  }

  /** Makes an account by hand, complete, so that its owner can sign in; answers its subject. */
  static String someone(String username, boolean verified) {
    Map<String, Object> user = new HashMap<>();
    user.put("username", username);
    user.put("email", username.contains("@") ? username : username + "@demo.invalid");
    user.put("emailVerified", verified);
    user.put("enabled", true);
    user.put(
        "credentials", List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false)));
    change("POST", "/users", user);
    return accounts(username).path(0).path("id").asText();
  }

  /** What Keycloak answers to somebody who signs in with the password. */
  static Answer signIn(String username) {
    return TestKeycloak.tokenAnswer(
        Map.of(
            "grant_type", "password",
            "client_id", "assay-cli",
            "scope", "openid",
            "username", username,
            "password", PASSWORD));
  }

  /** What Keycloak answers to a session that wants to go on. */
  static Answer goOn(Answer signedIn) {
    return TestKeycloak.tokenAnswer(
        Map.of(
            "grant_type", "refresh_token",
            "client_id", "assay-cli",
            "refresh_token", signedIn.body().path("refresh_token").asText()));
  }

  /** A token of the account by which tenants comes. */
  static String tokenOfTenants() {
    return TestKeycloak.token(
        Map.of(
            "grant_type", "client_credentials",
            "client_id", "assay-tenants",
            "client_secret", "local-only"));
  }

  static List<String> mailsTo(String address) {
    return TestKeycloak.mails().stream()
        .filter(mail -> mail.contains("To: " + address + "\n"))
        .toList();
  }
}
