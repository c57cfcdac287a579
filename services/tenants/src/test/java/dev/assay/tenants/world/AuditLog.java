package dev.assay.tenants.world;

import dev.assay.testing.stack.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** The audit events as they stand in the database. */
public final class AuditLog {

  private AuditLog() {}

  /** How many events of this action there are on this entity, each with its pointer. */
  public static int events(UUID entity, String action) {
    String count =
        """
        select count(*) from audit_event e join outbox o on o.event_id = e.id
        where e.entity_id = ? and e.action = ?
        """;
    try (Connection connection = TestDatabase.superuser();
        var select = connection.prepareStatement(count)) {
      select.setObject(1, entity);
      select.setString(2, action);
      try (var row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
