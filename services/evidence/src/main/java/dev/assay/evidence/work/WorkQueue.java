package dev.assay.evidence.work;

import dev.assay.tenancy.scope.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/**
 * Work that any replica may take. Taking it moves it into the future, so whoever dies with it only
 * delays it. Times are the database's: replicas' clocks may differ.
 */
@ApplicationScoped
public class WorkQueue {

  private static final String ADD =
      """
      insert into work (msp_id, client_id, file_id, kind, due_at)
      values (:msp, :client, :file, :kind, now() + make_interval(secs => :seconds))
      on conflict (client_id, file_id)
      do update set kind = excluded.kind, due_at = excluded.due_at, lease = null, attempts = 0
      """;
  private static final String TAKE =
      """
      update work set lease = gen_random_uuid(), attempts = attempts + 1,
                      due_at = now() + make_interval(secs => :seconds)
      where (client_id, file_id) in (
        select client_id, file_id from work
        where due_at <= now() %s
        order by due_at limit :most for update skip locked)
      returning msp_id, client_id, file_id, kind, lease, attempts
      """;
  private static final String TAKE_DUE = TAKE.formatted("");
  private static final String TAKE_ONE =
      TAKE.formatted("and client_id = :client and file_id = :file");
  private static final String POSTPONE =
      """
      update work set due_at = now() + make_interval(secs => :seconds)
      where client_id = :client and file_id = :file and lease is not distinct from :lease
      """;
  private static final String DONE =
      "delete from work where client_id = :client and file_id = :file and lease = :lease";
  private static final String WITHDRAW =
      "delete from work where client_id = :client and file_id = :file and lease is null";

  private final Session session;

  WorkQueue(Session session) {
    this.session = session;
  }

  /** Puts work there, in place of any that was there for the file. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void add(TenantScope.Client client, UUID file, WorkKind kind, Duration due) {
    session
        .createNativeMutationQuery(ADD)
        .setParameter("msp", client.mspId())
        .setParameter("client", client.clientId())
        .setParameter("file", file)
        .setParameter("kind", kind.name())
        .setParameter("seconds", seconds(due))
        .executeUpdate();
  }

  /** Takes what is due, the oldest first. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Work> take(int most, Duration lease) {
    return taken(
        session
            .createNativeQuery(TAKE_DUE, Object[].class)
            .setParameter("most", most)
            .setParameter("seconds", seconds(lease)));
  }

  /** Takes the work of one file, if it is due and nobody has it. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Work> take(TenantScope.Client client, UUID file, Duration lease) {
    return taken(
        session
            .createNativeQuery(TAKE_ONE, Object[].class)
            .setParameter("client", client.clientId())
            .setParameter("file", file)
            .setParameter("most", 1)
            .setParameter("seconds", seconds(lease)));
  }

  /**
   * Moves work into the future: to keep it while it takes long, or to try it again later.
   *
   * @return false when somebody else has taken it over
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean postpone(Work work, Duration due) {
    return postpone(work.client(), work.file(), work.lease(), due);
  }

  /** As {@link #postpone(Work, Duration)}, for work that nobody has taken yet. */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean postpone(TenantScope.Client client, UUID file, Duration due) {
    return postpone(client, file, null, due);
  }

  private boolean postpone(
      TenantScope.Client client, UUID file, @Nullable UUID lease, Duration due) {
    return session
            .createNativeMutationQuery(POSTPONE)
            .setParameter("client", client.clientId())
            .setParameter("file", file)
            .setParameter("lease", lease, UUID.class)
            .setParameter("seconds", seconds(due))
            .executeUpdate()
        == 1;
  }

  /** Takes finished work away. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void done(Work work) {
    session
        .createNativeMutationQuery(DONE)
        .setParameter("client", work.client().clientId())
        .setParameter("file", work.file())
        .setParameter("lease", work.lease())
        .executeUpdate();
  }

  /** Takes work away that nobody has taken yet, because there is nothing left to do. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void withdraw(TenantScope.Client client, UUID file) {
    session
        .createNativeMutationQuery(WITHDRAW)
        .setParameter("client", client.clientId())
        .setParameter("file", file)
        .executeUpdate();
  }

  private static List<Work> taken(NativeQuery<Object[]> query) {
    return query
        .addScalar("msp_id", UUID.class)
        .addScalar("client_id", UUID.class)
        .addScalar("file_id", UUID.class)
        .addScalar("kind", String.class)
        .addScalar("lease", UUID.class)
        .addScalar("attempts", Integer.class)
        .getResultList()
        .stream()
        .map(
            row ->
                new Work(
                    new TenantScope.Client((UUID) row[0], (UUID) row[1]),
                    (UUID) row[2],
                    WorkKind.valueOf((String) row[3]),
                    (UUID) row[4],
                    (Integer) row[5]))
        .toList();
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
