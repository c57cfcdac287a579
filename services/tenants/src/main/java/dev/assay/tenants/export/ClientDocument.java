package dev.assay.tenants.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * Writes the document of the client in whose scope we are: a line saying whose it is, a line a row,
 * and a line with the SHA-256 of all lines before it. The same rows always make the same bytes.
 */
@ApplicationScoped
class ClientDocument {

  static final String FORMAT = "assay.tenants.client-export/1";

  private static final int FETCH = 500;
  private static final Pattern UNDERSCORE = Pattern.compile("_([a-z0-9])");

  /** Times are written in UTC, wherever the service runs. */
  private static final String IN_UTC = "select set_config('TimeZone', 'UTC', true)";

  private final Sections sections;
  private final DataSource dataSource;
  private final ObjectMapper json;

  ClientDocument(Sections sections, DataSource dataSource, ObjectMapper json) {
    this.sections = sections;
    this.dataSource = dataSource;
    this.json = json;
  }

  /**
   * A finished document.
   *
   * @param path where it lies until somebody has read it
   * @param sha256 of all lines but the last, in lower-case hexadecimal
   * @param rows how many there are
   */
  record Written(Path path, String sha256, long rows) {}

  /** Writes it, in the running transaction; one statement sees all tables at one moment. */
  Written write(UUID client) {
    try {
      Path path = Files.createTempFile("assay-export-", ".ndjson");
      try {
        return write(client, path);
      } catch (IOException | SQLException | RuntimeException failed) {
        Files.deleteIfExists(path);
        throw failed;
      }
    } catch (IOException | SQLException failed) {
      throw new ExportFailed(failed);
    }
  }

  private Written write(UUID client, Path path) throws IOException, SQLException {
    MessageDigest digest = sha256();
    try (Connection connection = dataSource.getConnection();
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(path));
        var hashed = new DigestOutputStream(out, digest)) {
      try (var set = connection.prepareStatement(IN_UTC)) {
        set.execute();
      }
      line(hashed, ordered("format", FORMAT, "clientId", client.toString()));
      long rows = rows(connection, client, hashed);
      String sha256 = HexFormat.of().formatHex(digest.digest());
      Map<String, Object> end = ordered("type", "END", "sha256", sha256);
      end.put("rows", rows);
      line(out, end);
      return new Written(path, sha256, rows);
    }
  }

  private long rows(Connection connection, UUID client, OutputStream out)
      throws SQLException, IOException {
    List<Section> tables = sections.read(connection);
    String query =
        IntStream.range(0, tables.size())
                .mapToObj(i -> tables.get(i).query(i))
                .collect(Collectors.joining(" union all "))
            + " union all "
            + peopleOfMsp(tables.size())
            + " order by section, n";
    long rows = 0;
    try (PreparedStatement select = connection.prepareStatement(query)) {
      select.setFetchSize(FETCH);
      for (int i = 1; i <= tables.size() + 1; i++) {
        select.setObject(i, client);
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          int section = row.getInt(1);
          String type = section < tables.size() ? tables.get(section).type() : "MSP_PERSON";
          Map<String, Object> document = ordered("type", type);
          document.put("row", inCamelCase(json.readTree(row.getString(3))));
          line(out, document);
          rows++;
        }
      }
    }
    return rows;
  }

  /** The MSP's own people who have or had a grant here: of each, what the client sees anyway. */
  private static String peopleOfMsp(int number) {
    return """
    select %d as section, row_number() over (order by p.id) as n, jsonb_build_object(
        'id', p.id, 'display_name', p.display_name, 'kind', p.kind, 'created_at', p.created_at)
    from person p where p.client_id is null and exists (
      select from role_grant g where g.person_id = p.id and g.client_id = ?)
    """
        .formatted(number);
  }

  /** Fields by name, so that their order does not depend on the table's history. */
  private static Map<String, JsonNode> inCamelCase(JsonNode row) {
    Map<String, JsonNode> fields = new TreeMap<>();
    row.properties()
        .forEach(
            field ->
                fields.put(
                    UNDERSCORE
                        .matcher(field.getKey())
                        .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT)),
                    field.getValue()));
    return fields;
  }

  private static Map<String, Object> ordered(String... pairs) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put(pairs[i], pairs[i + 1]);
    }
    return fields;
  }

  private void line(OutputStream out, Map<String, Object> fields) throws IOException {
    out.write((json.writeValueAsString(fields) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }
}
