package dev.assay.tenants.bulk;

import dev.assay.tenancy.scope.Scopes;
import dev.assay.tenancy.scope.TenantScope;
import dev.assay.tenants.client.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** What the MSP already has of that which a batch would bring. */
@ApplicationScoped
class KnownClients {

  /**
   * A client that an import brought before.
   *
   * @param rowSha256 of the row that brought it
   */
  record Known(UUID id, String rowSha256) {}

  private static final String BY_KEY =
      "select import_key, client_id, row_sha256 from client_import_key where import_key = any(?)";

  private static final String TAKEN =
      """
      select i.kind, i.scheme, i.value from client_identifier i
      where i.withdrawn_at is null
        and (i.kind, i.value) in (select * from unnest(?::text[], ?::text[]))
      """;

  private final DataSource dataSource;
  private final Scopes scopes;

  KnownClients(DataSource dataSource, Scopes scopes) {
    this.dataSource = dataSource;
    this.scopes = scopes;
  }

  /** By the MSP's own key; read in the running transaction, in the MSP's scope. */
  Map<String, Known> byKey(Collection<String> keys) {
    try (Connection connection = dataSource.getConnection();
        var select = connection.prepareStatement(BY_KEY)) {
      select.setArray(1, connection.createArrayOf("text", keys.toArray()));
      Map<String, Known> known = new HashMap<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          known.put(row.getString(1), new Known(row.getObject(2, UUID.class), row.getString(3)));
        }
      }
      return known;
    } catch (SQLException failed) {
      throw new ImportFailed(failed);
    }
  }

  /** Which of these some client of the MSP has; in a transaction of its own, across the fleet. */
  Set<Identifier> taken(UUID msp, List<Identifier> identifiers) {
    return identifiers.isEmpty()
        ? Set.of()
        : scopes.inTransaction(new TenantScope.Fleet(msp), () -> readTaken(identifiers));
  }

  private Set<Identifier> readTaken(List<Identifier> identifiers) {
    try (Connection connection = dataSource.getConnection();
        var select = connection.prepareStatement(TAKEN)) {
      select.setArray(
          1,
          connection.createArrayOf(
              "text", identifiers.stream().map(i -> i.kind().name()).toArray()));
      select.setArray(
          2, connection.createArrayOf("text", identifiers.stream().map(i -> i.value()).toArray()));
      Set<Identifier> taken = new HashSet<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          taken.add(
              new Identifier(
                  Identifier.Kind.valueOf(row.getString(1)), row.getString(2), row.getString(3)));
        }
      }
      return taken;
    } catch (SQLException failed) {
      throw new ImportFailed(failed);
    }
  }
}
