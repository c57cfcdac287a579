package dev.assay.local.keycloak;

import dev.assay.local.layout.Folders;
import dev.assay.local.layout.Layout;
import dev.assay.local.layout.Progress;
import dev.assay.local.layout.Secrets;
import dev.assay.local.process.Command;
import dev.assay.local.process.Maven;
import dev.assay.local.process.OwnedProcess;
import dev.assay.local.process.ProcessBook;
import dev.assay.local.process.Stage;
import dev.assay.local.process.StopWith;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The stack's Keycloak with the realm {@code assay}, on loopback and on the stack's PostgreSQL. */
public final class Keycloak {
  public static final String NAME = "keycloak";
  public static final String ADMIN = "assay-local-admin";

  /** The realm file's default for the account of tenants; marked as local by its value. */
  public static final String TENANTS_SECRET = "local-only";

  private final Layout layout;
  private final Secrets secrets;
  private final ProcessBook book;
  private final KeycloakDistribution distribution;

  public Keycloak(Layout layout, Secrets secrets, ProcessBook book, Maven maven) {
    this.layout = layout;
    this.secrets = secrets;
    this.book = book;
    this.distribution = new KeycloakDistribution(layout, maven, book);
  }

  public static String url(Layout layout) {
    return "http://127.0.0.1:" + layout.ports().keycloak();
  }

  public static String issuer(Layout layout) {
    return url(layout) + "/realms/assay";
  }

  /** Fetches and optimises what is not there yet; nothing else of the stack is needed for it. */
  public void prepare(Progress progress) throws InterruptedException {
    if (!distribution.ready()) {
      progress.begin(NAME + "-build", "fetching Keycloak and building its optimised form, once");
      distribution.fetchAndBuild();
      progress.done(NAME + "-build", "built");
    }
  }

  /** What is given to the realm file in place of its defaults; tenants is told the same. */
  public static Map<String, String> realm() {
    // Passwords on the command line, for ./assay token: never in production.
    return Map.of("ASSAY_DIRECT_GRANTS", "true");
  }

  /** Starts the server, whose database must exist; returns when it answers. */
  public OwnedProcess start() throws InterruptedException {
    return start(Map.of());
  }

  /** As {@link #start()}, with more in place of the realm file's defaults. */
  public OwnedProcess start(Map<String, String> realm) throws InterruptedException {
    var environment = new HashMap<>(realm());
    environment.putAll(realm);
    environment.put("KC_DB_PASSWORD", secrets.keycloakDatabase());
    environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
    environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.keycloakAdmin());
    Path home = home();
    var server =
        book.start(
            new Command(
                NAME,
                KeycloakCommand.server(
                    distribution.home(),
                    home,
                    List.of(
                        "start",
                        "--optimized",
                        "--cache=local",
                        "--import-realm",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + layout.ports().keycloak(),
                        "--http-management-port=" + layout.ports().keycloakManagement(),
                        "--hostname=" + url(layout),
                        "--db-url=jdbc:postgresql://127.0.0.1:"
                            + layout.ports().postgres()
                            + "/keycloak",
                        "--db-username=keycloak")),
                environment,
                home,
                layout.log(NAME),
                StopWith.TERM,
                Stage.PLATFORM));
    var client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    var request =
        HttpRequest.newBuilder(URI.create(issuer(layout) + "/.well-known/openid-configuration"))
            .timeout(Duration.ofSeconds(5))
            .build();
    server.awaitReady(
        Duration.ofMinutes(3),
        () -> client.send(request, BodyHandlers.discarding()).statusCode() == 200);
    return server;
  }

  /**
   * A home of the stack's own, with links to the shared distribution: what Keycloak writes stays in
   * this state folder.
   */
  private Path home() {
    Path home = layout.data(NAME);
    try {
      Folders.delete(home);
      Files.createDirectories(home.resolve("data/import"));
      for (String part : List.of("lib", "conf", "providers", "themes")) {
        Files.createSymbolicLink(home.resolve(part), distribution.home().resolve(part));
      }
      for (String file : List.of("assay-realm.json", "assay-users-0.json")) {
        Files.copy(
            layout.repository().resolve("infra/keycloak").resolve(file),
            home.resolve("data/import").resolve(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot prepare Keycloak's home " + home, e);
    }
    return home;
  }
}
