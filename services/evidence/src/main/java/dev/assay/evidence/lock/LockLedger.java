package dev.assay.evidence.lock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;

/** What became of locks after sealing; added and never changed. */
@ApplicationScoped
public class LockLedger {

  /** The key decides between two that lengthen at once. */
  private static final String ADD =
      """
      insert into evidence_lock (file_id, number, previous, previous_until, locked_until,
                                 needed_until, status, rule_set, governing_rule, at)
      select file, number, nullif(number - 1, 0), previous_until, locked_until,
             needed_until, status, rule_set, governing_rule, ?
      from unnest(?::uuid[], ?::int[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[],
                  ?::text[], ?::text[], ?::text[])
        as l(file, number, previous_until, locked_until, needed_until, status, rule_set,
             governing_rule)
      on conflict do nothing
      returning file_id
      """;

  private final Session session;

  LockLedger(Session session) {
    this.session = session;
  }

  /**
   * Writes down what the store has confirmed; one statement for any number of files.
   *
   * @return the files of which nobody else had written the same lengthening
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Set<UUID> add(List<Lengthened> locks, Instant at) {
    return session.doReturningWork(connection -> add(connection, locks, at));
  }

  private static Set<UUID> add(Connection connection, List<Lengthened> locks, Instant at)
      throws SQLException {
    try (var insert = connection.prepareStatement(ADD)) {
      insert.setTimestamp(1, Timestamp.from(at));
      insert.setArray(2, array(connection, "uuid", locks, Lengthened::file));
      insert.setArray(3, array(connection, "int4", locks, Lengthened::number));
      insert.setArray(4, times(connection, locks, Lengthened::previousUntil));
      insert.setArray(5, times(connection, locks, Lengthened::lockedUntil));
      insert.setArray(6, times(connection, locks, Lengthened::neededUntil));
      insert.setArray(7, array(connection, "text", locks, Lengthened::status));
      insert.setArray(8, array(connection, "text", locks, Lengthened::ruleSet));
      Object[] rules = new Object[locks.size()];
      for (int i = 0; i < rules.length; i++) {
        rules[i] = locks.get(i).governingRule();
      }
      insert.setArray(9, connection.createArrayOf("text", rules));
      Set<UUID> added = new HashSet<>();
      try (var rows = insert.executeQuery()) {
        while (rows.next()) {
          added.add(rows.getObject(1, UUID.class));
        }
      }
      return added;
    }
  }

  private static java.sql.Array times(
      Connection connection, List<Lengthened> locks, Function<Lengthened, Instant> time)
      throws SQLException {
    return array(connection, "timestamptz", locks, lock -> time.apply(lock).toString());
  }

  private static java.sql.Array array(
      Connection connection,
      String type,
      List<Lengthened> locks,
      Function<Lengthened, Object> value)
      throws SQLException {
    return connection.createArrayOf(type, locks.stream().map(value).toArray());
  }
}
