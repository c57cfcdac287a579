package dev.assay.local.demo;

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
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.StringJoiner;

/** Real exports of this very stack: who may sign in, who may open the database, what changed. */
public final class StackExports implements Exports {

  private static final String ROLES =
      """
      select rolname, rolsuper, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication,
             rolbypassrls, rolvaliduntil
      from pg_roles order by rolname
      """;

  private static final String CHANGES = "git log --date=iso-strict --format=%H%x09%ad%x09%s -n 500";

  private final LocalStack stack;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();

  /** Exports of this running stack. */
  public StackExports(LocalStack stack) {
    this.stack = stack;
  }

  @Override
  public List<Export> take() {
    try {
      return List.of(
          new Export(
              "AM-04",
              "Users of the realm assay",
              "keycloak-users.json",
              "Keycloak realm assay",
              "GET /admin/realms/assay/users?max=1000",
              users()),
          new Export(
              "AM-05",
              "Roles of the database cluster",
              "pg-roles.csv",
              "PostgreSQL cluster",
              ROLES.strip(),
              roles()),
          new Export(
              "CM-01",
              "Changes to the source repository",
              "git-log.tsv",
              "Source repository",
              CHANGES,
              changes()));
    } catch (IOException failed) {
      throw new UncheckedIOException("an export could not be taken", failed);
    } catch (SQLException failed) {
      throw new IllegalStateException("the roles could not be read", failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while taking exports", stopped);
    }
  }

  private String users() throws IOException, InterruptedException {
    String form =
        "grant_type=password&client_id=admin-cli&username=%s&password=%s"
            .formatted(
                Keycloak.ADMIN,
                URLEncoder.encode(stack.keycloakAdminPassword(), StandardCharsets.UTF_8));
    URI keycloak = URI.create(stack.keycloakUrl());
    JsonNode token =
        json.readTree(
            send(
                HttpRequest.newBuilder(
                        keycloak.resolve("/realms/master/protocol/openid-connect/token"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form))
                    .build()));
    String users =
        send(
            HttpRequest.newBuilder(keycloak.resolve("/admin/realms/assay/users?max=1000"))
                .header("Authorization", "Bearer " + token.path("access_token").asText())
                .build());
    return json.writerWithDefaultPrettyPrinter().writeValueAsString(json.readTree(users));
  }

  private String send(HttpRequest request) throws IOException, InterruptedException {
    var response = http.send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(request.uri() + " answered " + response.statusCode());
    }
    return response.body();
  }

  private String roles() throws SQLException {
    try (var connection = stack.postgres().superuser("postgres");
        var statement = connection.createStatement();
        var rows = statement.executeQuery(ROLES)) {
      int columns = rows.getMetaData().getColumnCount();
      var csv = new StringBuilder();
      var header = new StringJoiner(",", "", "\n");
      for (int column = 1; column <= columns; column++) {
        header.add(rows.getMetaData().getColumnName(column));
      }
      csv.append(header);
      while (rows.next()) {
        var line = new StringJoiner(",", "", "\n");
        for (int column = 1; column <= columns; column++) {
          String value = rows.getString(column);
          line.add(value == null ? "" : value);
        }
        csv.append(line);
      }
      return csv.toString();
    }
  }

  private String changes() throws IOException, InterruptedException {
    Process git =
        new ProcessBuilder(CHANGES.split(" "))
            .directory(stack.layout().repository().toFile())
            .redirectErrorStream(true)
            .start();
    String log = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (git.waitFor() != 0) {
      throw new IOException("git log failed: " + log);
    }
    return log;
  }
}
