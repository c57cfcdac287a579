package dev.assay.http.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The table {@code idempotency_key}, written on the current transaction's own connection. A second
 * request with the same key waits for the first one's transaction, then finds its answer. A key is
 * remembered for 24 hours; then it is free again, and its row goes with a later request's.
 */
@ApplicationScoped
class IdempotencyKeys {

  /** Locks a row that it leaves as it is, so that no other request removes it before it is read. */
  private static final String CLAIM =
      """
      insert into idempotency_key as earlier (operation, key, subject, request_hash)
      values (?, ?, ?, ?)
      on conflict (scope_id, subject, operation, key) do update
        set request_hash = excluded.request_hash, claimed_at = excluded.claimed_at
        where earlier.claimed_at < now() - interval '24 hours'
      """;

  private static final String FIND =
      """
      select request_hash, status, body, location, etag from idempotency_key
      where operation = ? and key = ? and subject = ?
      """;

  /** With each new answer some of the scope's old ones go; rows in use are left for the next. */
  private static final String COMPLETE =
      """
      with expired as (
        select subject, operation, key from idempotency_key
        where claimed_at < now() - interval '24 hours'
        limit 100 for update skip locked),
      removed as (
        delete from idempotency_key
        where (subject, operation, key) in (select subject, operation, key from expired))
      update idempotency_key set status = ?, body = ?, location = ?, etag = ?
      where operation = ? and key = ? and subject = ?
      """;

  /** Looked up at use: a service that owns no rows has no data source. */
  private final Instance<DataSource> dataSource;

  IdempotencyKeys(Instance<DataSource> dataSource) {
    this.dataSource = dataSource;
  }

  /** Takes the key for this transaction, or gives the answer that it already has. */
  Optional<StoredAnswer> claim(String operation, String key, String subject, String hash)
      throws SQLException {
    try (Connection connection = dataSource.get().getConnection()) {
      try (var insert = connection.prepareStatement(CLAIM)) {
        insert.setString(1, operation);
        insert.setString(2, key);
        insert.setString(3, subject);
        insert.setString(4, hash);
        if (insert.executeUpdate() == 1) {
          return Optional.empty();
        }
      }
      try (var select = connection.prepareStatement(FIND)) {
        select.setString(1, operation);
        select.setString(2, key);
        select.setString(3, subject);
        try (var row = select.executeQuery()) {
          if (!row.next()) {
            throw new IllegalStateException("a taken idempotency key is always visible");
          }
          return Optional.of(
              new StoredAnswer(
                  row.getString(1),
                  row.getInt(2),
                  row.getString(3),
                  row.getString(4),
                  row.getString(5)));
        }
      }
    }
  }

  void complete(String operation, String key, String subject, StoredAnswer answer)
      throws SQLException {
    try (Connection connection = dataSource.get().getConnection();
        var update = connection.prepareStatement(COMPLETE)) {
      update.setInt(1, answer.status());
      update.setString(2, answer.body());
      update.setString(3, answer.location());
      update.setString(4, answer.etag());
      update.setString(5, operation);
      update.setString(6, key);
      update.setString(7, subject);
      update.executeUpdate();
    }
  }
}
