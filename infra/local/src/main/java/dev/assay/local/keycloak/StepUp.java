package dev.assay.local.keycloak;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.local.layout.Exit;
import dev.assay.local.layout.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Signs a demo person in as a browser would, with password and one-time password, so that the token
 * honestly says level 2 (RFC 9470). Authorization code with PKCE.
 */
final class StepUp {

  private static final String CLIENT = "assay-cli";
  private static final String REDIRECT = "http://127.0.0.1/signed-in";
  private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
  private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

  private final String issuer;
  private final HttpClient browser =
      HttpClient.newBuilder()
          .cookieHandler(new LoopbackCookies())
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  StepUp(String issuer) {
    this.issuer = issuer;
  }

  /** An access token of level 2. */
  String tokenOf(String user, String password, String oneTimePassword)
      throws IOException, InterruptedException {
    String verifier = random();
    var page =
        send(
            HttpRequest.newBuilder(
                    URI.create(
                        issuer
                            + "/protocol/openid-connect/auth?"
                            + Tokens.encode(
                                Map.of(
                                    "client_id", CLIENT,
                                    "response_type", "code",
                                    "scope", "openid",
                                    "redirect_uri", REDIRECT,
                                    "acr_values", "2",
                                    "code_challenge", challenge(verifier),
                                    "code_challenge_method", "S256"))))
                .build());
    var second = submit(page, Map.of("username", user, "password", password));
    var done = submit(second, Map.of("otp", oneTimePassword));
    Matcher code = CODE.matcher(done.headers().firstValue("Location").orElse(""));
    if (!code.find()) {
      throw new Refusal(Exit.USAGE, user + " has no second factor in this realm.");
    }
    return exchange(URLDecoder.decode(code.group(1), StandardCharsets.UTF_8), verifier);
  }

  private HttpResponse<String> submit(HttpResponse<String> page, Map<String, String> fields)
      throws IOException, InterruptedException {
    Matcher form = FORM.matcher(page.body());
    if (!form.find()) {
      throw new Refusal(Exit.USAGE, "Keycloak shows no sign-in form: wrong user or password?");
    }
    return send(
        HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(Tokens.encode(fields)))
            .build());
  }

  private String exchange(String code, String verifier) throws IOException, InterruptedException {
    var response =
        send(
            HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    BodyPublishers.ofString(
                        Tokens.encode(
                            Map.of(
                                "grant_type", "authorization_code",
                                "client_id", CLIENT,
                                "redirect_uri", REDIRECT,
                                "code", code,
                                "code_verifier", verifier))))
                .build());
    return new ObjectMapper().readTree(response.body()).path("access_token").asText();
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return browser.send(request, BodyHandlers.ofString());
  }

  private static String random() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String challenge(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }
}
