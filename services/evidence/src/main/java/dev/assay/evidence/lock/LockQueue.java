package dev.assay.evidence.lock;

import dev.assay.tenancy.scope.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * When each sealed file is looked at again, by any replica. Taking moves it into the future, so
 * whoever dies with it only delays it; news of a file takes it from whoever has it.
 */
@ApplicationScoped
public class LockQueue {

  private static final String TAKE =
      """
      update lock_work set lease = gen_random_uuid(), attempts = attempts + 1,
                           due_at = now() + make_interval(secs => :seconds)
      where (client_id, file_id) in (
        select client_id, file_id from lock_work
        where due_at <= now()
        order by due_at limit :most for update skip locked)
      returning msp_id, client_id, file_id, lease, attempts
      """;
  private static final String NEEDED =
      """
      update lock_work w set needed_until = n.until
      from unnest(?::uuid[], ?::timestamptz[]) as n(file, until)
      where w.client_id = ? and w.file_id = n.file
        and w.needed_until is distinct from n.until
      """;

  /** Only what is still ours: a file of which there was news is due again at once. */
  private static final String AGAIN =
      """
      update lock_work w set due_at = greatest(n.due, now() + interval '1 second'), lease = null,
                             attempts = case when n.done then 0 else w.attempts end
      from unnest(?::uuid[], ?::uuid[], ?::timestamptz[], ?::boolean[]) as n(file, lease, due, done)
      where w.client_id = ? and w.file_id = n.file and w.lease = n.lease
      """;

  private static final String NEWS =
      """
      update lock_work w set due_at = now(), lease = null, attempts = 0
      from evidence e join evidence_file f on f.client_id = e.client_id and f.evidence_id = e.id
      where w.client_id = f.client_id and w.file_id = f.id
      """;
  private static final String OF_PERIOD = "and e.period_to between :from and :to";
  private static final String OF_CLASS =
      "and (:class = 'ALL' or e.control_id = :class or split_part(e.control_id, '-', 1) = :class)";
  private final Session session;

  LockQueue(Session session) {
    this.session = session;
  }

  /** Takes what is due, the oldest first; the queue is no tenant's. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<LockDue> take(int most, Duration lease) {
    return session
        .createNativeQuery(TAKE, Object[].class)
        .addScalar("msp_id", UUID.class)
        .addScalar("client_id", UUID.class)
        .addScalar("file_id", UUID.class)
        .addScalar("lease", UUID.class)
        .addScalar("attempts", Integer.class)
        .setParameter("most", most)
        .setParameter("seconds", lease.toMillis() / 1000.0)
        .getResultList()
        .stream()
        .map(
            row ->
                new LockDue(
                    new TenantScope.Client((UUID) row[0], (UUID) row[1]),
                    (UUID) row[2],
                    (UUID) row[3],
                    (Integer) row[4]))
        .toList();
  }

  /** Notes what was decided, before the store is asked for it; one statement. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void needed(UUID client, Map<UUID, Instant> untils) {
    session.doWork(
        connection -> {
          try (var update = connection.prepareStatement(NEEDED)) {
            List<Map.Entry<UUID, Instant>> all = List.copyOf(untils.entrySet());
            update.setArray(1, array(connection, "uuid", all.stream().map(Map.Entry::getKey)));
            update.setArray(
                2,
                array(connection, "timestamptz", all.stream().map(e -> e.getValue().toString())));
            update.setObject(3, client);
            update.executeUpdate();
          }
        });
  }

  /**
   * When one of these is to be looked at next.
   *
   * @param done whether nothing is left to do; else the attempts go on being counted
   */
  public record Next(LockDue due, Instant at, boolean done) {}

  /** Ends the work on files of one client for now; one statement. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void again(UUID client, List<Next> next) {
    session.doWork(
        connection -> {
          try (var update = connection.prepareStatement(AGAIN)) {
            update.setArray(1, array(connection, "uuid", next.stream().map(n -> n.due().file())));
            update.setArray(2, array(connection, "uuid", next.stream().map(n -> n.due().lease())));
            update.setArray(
                3, array(connection, "timestamptz", next.stream().map(n -> n.at().toString())));
            update.setArray(4, array(connection, "bool", next.stream().map(Next::done)));
            update.setObject(5, client);
            update.executeUpdate();
          }
        });
  }

  /** There is news of the fiscal year with these days: its files are due at once. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void newsOfPeriod(LocalDate from, LocalDate to) {
    session
        .createNativeMutationQuery(NEWS + OF_PERIOD)
        .setParameter("from", from)
        .setParameter("to", to)
        .executeUpdate();
  }

  /** There is news of a class of evidence: its files are due at once. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void newsOfClass(String evidenceClass) {
    session
        .createNativeMutationQuery(NEWS + OF_CLASS)
        .setParameter("class", evidenceClass)
        .executeUpdate();
  }

  /**
   * A hold was placed or lifted: the files that it covers are due at once.
   *
   * @param covers whether hold h covers item e, in SQL
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void newsOfHold(UUID hold, String covers) {
    session
        .createNativeMutationQuery(
            NEWS
                + "and exists (select from legal_hold h"
                + " where h.client_id = e.client_id and h.id = :hold and "
                + covers
                + ")")
        .setParameter("hold", hold)
        .executeUpdate();
  }

  private static Array array(
      Connection connection,
      String type,
      java.util.stream.Stream<? extends @Nullable Object> values)
      throws SQLException {
    return connection.createArrayOf(type, values.toArray());
  }
}
