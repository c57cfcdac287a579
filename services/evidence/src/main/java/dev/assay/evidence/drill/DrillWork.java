package dev.assay.evidence.drill;

import dev.assay.tenancy.scope.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Drills to be run and schedules to be kept, by any replica. Taking one moves it into the future,
 * so whoever dies with it only delays it. Times are the database's.
 */
@ApplicationScoped
class DrillWork {

  private static final String ADD =
      """
      insert into drill_work (msp_id, client_id, subject_id, kind, due_at)
      values (:msp, :client, :subject, :kind, :due)
      on conflict (client_id, subject_id)
      do update set kind = excluded.kind, due_at = excluded.due_at, lease = null, attempts = 0
      """;
  private static final String TAKE =
      """
      update drill_work set lease = gen_random_uuid(), attempts = attempts + 1,
                            due_at = now() + make_interval(secs => :seconds)
      where (client_id, subject_id) in (
        select client_id, subject_id from drill_work where kind = :kind and due_at <= now()
        order by due_at limit 1 for update skip locked)
      returning msp_id, client_id, subject_id, lease, attempts
      """;
  private static final String POSTPONE =
      """
      update drill_work set due_at = now() + make_interval(secs => :seconds)
      where client_id = :client and subject_id = :subject and lease = :lease
      """;
  private static final String AGAIN =
      """
      update drill_work
      set due_at = greatest(cast(:due as timestamptz), now() + interval '1 second'),
          lease = null, attempts = 0
      where client_id = :client and subject_id = :subject and lease = :lease
      """;
  private static final String DONE =
      """
      delete from drill_work
      where client_id = :client and subject_id = :subject and lease = :lease
      """;

  private final Session session;

  DrillWork(Session session) {
    this.session = session;
  }

  /** What is to be done. */
  enum Kind {
    DRILL,
    SCHEDULE
  }

  /**
   * Work that this worker owns for as long as its lease.
   *
   * @param lease fencing token: whoever takes it over has another one
   */
  record Taken(TenantScope.Client client, UUID subject, UUID lease, int attempts) {}

  /** Puts it there, in place of what was there for the subject. */
  @Transactional(Transactional.TxType.MANDATORY)
  void add(TenantScope.Client client, UUID subject, Kind kind, Instant due) {
    session
        .createNativeMutationQuery(ADD)
        .setParameter("msp", client.mspId())
        .setParameter("client", client.clientId())
        .setParameter("subject", subject)
        .setParameter("kind", kind.name())
        .setParameter("due", due)
        .executeUpdate();
  }

  /** Takes the one that has been due longest. */
  @Transactional(Transactional.TxType.MANDATORY)
  Optional<Taken> take(Kind kind, Duration lease) {
    return session
        .createNativeQuery(TAKE, Object[].class)
        .addScalar("msp_id", UUID.class)
        .addScalar("client_id", UUID.class)
        .addScalar("subject_id", UUID.class)
        .addScalar("lease", UUID.class)
        .addScalar("attempts", Integer.class)
        .setParameter("kind", kind.name())
        .setParameter("seconds", seconds(lease))
        .getResultStream()
        .map(
            row ->
                new Taken(
                    new TenantScope.Client((UUID) row[0], (UUID) row[1]),
                    (UUID) row[2],
                    (UUID) row[3],
                    (Integer) row[4]))
        .findFirst();
  }

  /**
   * Keeps it while the work goes on, or lays it by.
   *
   * @return false when somebody else has taken it over
   */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean postpone(Taken work, Duration due) {
    return session
            .createNativeMutationQuery(POSTPONE)
            .setParameter("client", work.client().clientId())
            .setParameter("subject", work.subject())
            .setParameter("lease", work.lease())
            .setParameter("seconds", seconds(due))
            .executeUpdate()
        == 1;
  }

  /** The work is done for now, and comes again at this time. */
  @Transactional(Transactional.TxType.MANDATORY)
  void again(Taken work, Instant due) {
    session
        .createNativeMutationQuery(AGAIN)
        .setParameter("due", due)
        .setParameter("client", work.client().clientId())
        .setParameter("subject", work.subject())
        .setParameter("lease", work.lease())
        .executeUpdate();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void done(Taken work) {
    session
        .createNativeMutationQuery(DONE)
        .setParameter("client", work.client().clientId())
        .setParameter("subject", work.subject())
        .setParameter("lease", work.lease())
        .executeUpdate();
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
