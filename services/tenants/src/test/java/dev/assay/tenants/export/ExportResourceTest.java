package dev.assay.tenants.export;

import static dev.assay.tenants.world.Lifecycles.move;
import static dev.assay.tenants.world.Lifecycles.newStaffedClient;
import static dev.assay.tenants.world.World.get;
import static dev.assay.tenants.world.World.hire;
import static dev.assay.tenants.world.World.newClient;
import static dev.assay.tenants.world.World.newMsp;
import static dev.assay.tenants.world.World.newSubject;
import static dev.assay.tenants.world.World.revoke;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.tenants.world.AuditLog;
import dev.assay.tenants.world.Lifecycles.Staffed;
import dev.assay.tenants.world.World.Client;
import dev.assay.tenants.world.WorldResource;
import dev.assay.testing.stack.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WorldResource.class)
class ExportResourceTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Tables with a client's or a scope's id that no export holds, and why. */
  private static final Map<String, String> NOT_EXPORTED =
      Map.of(
          "idempotency_key", "answers that were given before, to those who asked",
          "outbox", "pointers to audit events that wait for the ledger",
          "client_import_key", "how the MSP itself calls the client",
          "client_import_result", "what became of a file of the MSP's",
          "allegiance", "has no client: for whom somebody works at an MSP");

  @Test
  void holdsAllThatIsKnownOfTheClientWithWhatHasEnded() throws Exception {
    Staffed staffed = newStaffedClient(newMsp());
    Client client = staffed.client();
    String admin = client.msp().admin();
    UUID left = hire(admin, client.path(), newSubject("left"), "CONTROL_OWNER");
    revoke(admin, client.path(), left).then().statusCode(200);
    move(admin, client, "ACTIVE").then().statusCode(200);

    List<JsonNode> lines = lines(export(staffed.executive(), client));

    assertThat(lines.getFirst().path("format").asText()).isEqualTo("assay.tenants.client-export/1");
    assertThat(lines.getFirst().path("clientId").asText()).isEqualTo(client.id().toString());
    assertThat(rows(lines, "CLIENT"))
        .singleElement()
        .satisfies(row -> assertThat(row.path("status").asText()).isEqualTo("ACTIVE"));
    assertThat(rows(lines, "IN_SCOPE_SYSTEM")).hasSize(1);
    assertThat(rows(lines, "CLIENT_IDENTIFIER")).hasSize(1);
    assertThat(rows(lines, "CLIENT_TRANSITION")).hasSize(1);
    assertThat(rows(lines, "ROLE_GRANT")).hasSize(5);
    assertThat(rows(lines, "ROLE_GRANT_TRANSITION"))
        .extracting(row -> row.path("grantId").asText() + " " + row.path("step").asText())
        .contains(left + " REVOKED")
        .hasSize(2);
    assertThat(rows(lines, "PERSON")).hasSize(3);
    // Of the MSP's people those who work here, without the subject that they sign in by.
    assertThat(rows(lines, "MSP_PERSON"))
        .hasSize(2)
        .noneMatch(row -> row.has("subject"))
        .allMatch(row -> row.has("displayName"));
    assertThat(rows(lines, "AUDIT_EVENT"))
        .extracting(row -> row.path("action").asText())
        .contains("grant.made", "grant.approved", "grant.revoked", "client.moved");
  }

  @Test
  void endsWithTheHashOfAllLinesBefore() throws Exception {
    Staffed staffed = newStaffedClient(newMsp());

    String document = export(staffed.executive(), staffed.client());

    int end = document.lastIndexOf('\n', document.length() - 2) + 1;
    JsonNode last = JSON.readTree(document.substring(end));
    assertThat(last.path("type").asText()).isEqualTo("END");
    assertThat(last.path("rows").asInt()).isEqualTo(lines(document).size() - 2);
    assertThat(last.path("sha256").asText())
        .isEqualTo(
            HexFormat.of()
                .formatHex(
                    MessageDigest.getInstance("SHA-256")
                        .digest(document.substring(0, end).getBytes(StandardCharsets.UTF_8))));
    assertThat(AuditLog.events(staffed.client().id(), "client.exported")).isEqualTo(1);
  }

  @Test
  void theSameRowsAreTheSameBytes() throws Exception {
    Staffed staffed = newStaffedClient(newMsp());
    String admin = staffed.client().msp().admin();

    String first = export(admin, staffed.client());
    String second = export(admin, staffed.client());

    // The first export is itself an event of the second, and nothing else is new.
    List<String> more = new ArrayList<>(second.lines().toList());
    first.lines().forEach(more::remove);
    assertThat(more).hasSize(2);
    assertThat(more.get(0)).contains("client.exported");
    assertThat(more.get(1)).startsWith("{\"type\":\"END\"");
    assertThat(first.lines().toList())
        .isEqualTo(
            Stream.concat(
                    second.lines().filter(line -> !more.contains(line)),
                    first.lines().skip(first.lines().count() - 1))
                .toList());
  }

  @Test
  void holdsNothingOfAnyOtherClient() throws Exception {
    Staffed staffed = newStaffedClient(newMsp());
    Staffed sibling = newStaffedClient(staffed.client().msp());
    Staffed foreign = newStaffedClient(newMsp("Harbour Gate IT (demo)"));

    String document = export(staffed.executive(), staffed.client());

    for (Staffed other : List.of(sibling, foreign)) {
      assertThat(document)
          .doesNotContain(other.client().id().toString())
          .doesNotContain(other.executive())
          .doesNotContain(other.technician())
          .doesNotContain(other.owner());
    }
    assertThat(document).doesNotContain(foreign.client().msp().id().toString());
  }

  @Test
  void noTableThatHoldsSomethingOfAClientIsForgotten() throws Exception {
    Staffed staffed = newStaffedClient(newMsp());
    Set<String> held = new TreeSet<>();
    try (Connection connection =
        TestDatabase.inClient(staffed.client().msp().id(), staffed.client().id())) {
      new Sections().read(connection).forEach(section -> held.add(section.table()));
    }

    Set<String> expected = tablesOfClients();
    expected.removeAll(NOT_EXPORTED.keySet());
    held.remove("client_import_key");
    held.remove("client_import_result");

    assertThat(held).isEqualTo(expected);
  }

  private static Set<String> tablesOfClients() throws SQLException {
    Set<String> tables = new TreeSet<>();
    try (Connection superuser = TestDatabase.superuser();
        var statement = superuser.createStatement();
        var row =
            statement.executeQuery(
                """
                select distinct table_name from information_schema.columns c
                join information_schema.tables t using (table_schema, table_name)
                where table_schema = 'public' and t.table_type = 'BASE TABLE'
                  and c.column_name in ('client_id', 'scope_id', 'log_id')
                """)) {
      while (row.next()) {
        tables.add(row.getString(1));
      }
    }
    return tables;
  }

  @Test
  void leavesNoFileBehind() throws Exception {
    Client client = newClient(newMsp());
    Set<String> before = temporaryFiles();

    export(client.msp().admin(), client);

    assertThat(temporaryFiles()).isEqualTo(before);
  }

  private static Set<String> temporaryFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("assay-export-"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static String export(String by, Client client) {
    Response answer = get(by, client.path() + "/export");
    answer.then().statusCode(200);
    assertThat(answer.header("Content-Type")).startsWith("application/x-ndjson");
    return new String(answer.asByteArray(), StandardCharsets.UTF_8);
  }

  private static List<JsonNode> lines(String document) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : document.lines().toList()) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  private static List<JsonNode> rows(List<JsonNode> lines, String type) {
    return lines.stream()
        .filter(line -> line.path("type").asText().equals(type.toUpperCase(Locale.ROOT)))
        .map(line -> line.path("row"))
        .toList();
  }
}
