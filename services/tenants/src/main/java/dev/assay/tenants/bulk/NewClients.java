package dev.assay.tenants.bulk;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.assay.audit.AuditEvent;
import dev.assay.audit.AuditTrail;
import dev.assay.tenancy.grant.Caller;
import dev.assay.tenants.client.ClientRegister;
import dev.assay.tenants.client.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Writes a batch of new clients in a few round trips, in the MSP's own scope. */
@ApplicationScoped
class NewClients {

  private static final String ADD_KEY =
      "insert into client_import_key (import_key, client_id, row_sha256) values (?, ?, ?)";

  private static final String ADD_IDENTIFIER =
      """
      insert into client_identifier (client_id, id, kind, scheme, value, added_by, added_at)
      values (?, ?, ?, ?, ?, ?, ?)
      """;

  private final ClientRegister register;
  private final DataSource dataSource;
  private final Caller caller;
  private final AuditTrail audit;
  private final Clock clock;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  NewClients(
      ClientRegister register,
      DataSource dataSource,
      Caller caller,
      AuditTrail audit,
      Clock clock) {
    this.register = register;
    this.dataSource = dataSource;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
  }

  /** The ids of the new clients by their keys. */
  Map<String, UUID> add(UUID msp, UUID importId, List<ImportRow.OfClient> rows) {
    Map<String, UUID> added = new LinkedHashMap<>();
    List<AuditEvent> events = new ArrayList<>();
    for (ImportRow.OfClient row : rows) {
      AuditEvent created = register.add(msp, row.client());
      added.put(row.key(), created.entityId());
      events.add(created.with("import", importId).with("identifiers", row.identifiers().size()));
    }
    register.flush();
    try (Connection connection = dataSource.getConnection()) {
      addKeys(connection, rows, added);
      addIdentifiers(connection, rows, added);
    } catch (SQLException refused) {
      throw new ImportFailed(refused);
    }
    audit.recordAll(events);
    return added;
  }

  private static void addKeys(
      Connection connection, List<ImportRow.OfClient> rows, Map<String, UUID> added)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(ADD_KEY)) {
      for (ImportRow.OfClient row : rows) {
        insert.setString(1, row.key());
        insert.setObject(2, added.get(row.key()));
        insert.setString(3, row.sha256());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private void addIdentifiers(
      Connection connection, List<ImportRow.OfClient> rows, Map<String, UUID> added)
      throws SQLException {
    OffsetDateTime now = clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    try (PreparedStatement insert = connection.prepareStatement(ADD_IDENTIFIER)) {
      for (ImportRow.OfClient row : rows) {
        for (Identifier identifier : row.identifiers()) {
          bind(insert, added.get(row.key()), identifier, now);
          insert.addBatch();
        }
      }
      insert.executeBatch();
    }
  }

  private void bind(
      PreparedStatement insert, @Nullable UUID client, Identifier identifier, OffsetDateTime now)
      throws SQLException {
    insert.setObject(1, client);
    insert.setObject(2, ids.generate());
    insert.setString(3, identifier.kind().name());
    insert.setString(4, identifier.scheme());
    insert.setString(5, identifier.value());
    insert.setString(6, caller.token().subject());
    insert.setObject(7, now);
  }
}
