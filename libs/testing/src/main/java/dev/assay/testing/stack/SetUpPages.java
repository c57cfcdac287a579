package dev.assay.testing.stack;

import dev.assay.local.keycloak.LoopbackCookies;
import dev.assay.local.keycloak.Totp;
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
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Goes through the pages by which somebody sets their account up, from the link in Keycloak's mail,
 * as a browser without scripts would.
 */
public final class SetUpPages {

  private static final Pattern LINK =
      Pattern.compile("(http://\\S+/login-actions/action-token\\?key=\\S+)");
  private static final Pattern PROCEED = Pattern.compile("<a href=\"([^\"]*action-token[^\"]*)\"");
  private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
  private static final Pattern SECRET =
      Pattern.compile("name=\"totpSecret\"[^>]* value=\"([^\"]+)\"");
  private static final int MOST_PAGES = 6;

  private final String password;
  private final HttpClient browser =
      HttpClient.newBuilder()
          .cookieHandler(new LoopbackCookies())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  /** As somebody who chooses this password wherever one is asked for. */
  public SetUpPages(String password) {
    this.password = password;
  }

  /**
   * Follows the link in this mail to its end.
   *
   * @return the second factor that was set up, if one was asked for
   */
  public Optional<Totp> follow(String mail) {
    String page = get(found(PROCEED, get(found(LINK, mail).orElseThrow())).orElseThrow());
    Optional<Totp> factor = Optional.empty();
    for (int i = 0; i < MOST_PAGES; i++) {
      Optional<String> form = found(FORM, page);
      if (page.contains("name=\"password-new\"")) {
        page =
            post(
                form.orElseThrow(), Map.of("password-new", password, "password-confirm", password));
      } else if (page.contains("name=\"totpSecret\"")) {
        var totp = new Totp(found(SECRET, page).orElseThrow());
        factor = Optional.of(totp);
        page =
            post(
                form.orElseThrow(),
                Map.of(
                    "totp", totp.at(Instant.now()),
                    "totpSecret", totp.secret(),
                    "userLabel", "test"));
      } else if (form.isEmpty()) {
        return factor;
      } else {
        throw new IllegalStateException("Keycloak asks for something else: " + page);
      }
    }
    throw new IllegalStateException("Keycloak asks on and on: " + page);
  }

  private String get(String address) {
    return send(HttpRequest.newBuilder(URI.create(address)).build());
  }

  private String post(String address, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private String send(HttpRequest request) {
    try {
      HttpResponse<String> response = browser.send(request, BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IllegalStateException(
            "Keycloak answered " + response.statusCode() + ": " + response.body());
      }
      return response.body();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static Optional<String> found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1).replace("&amp;", "&")) : Optional.empty();
  }
}
