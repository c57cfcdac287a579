package dev.assay.evidence.agenda;

import dev.assay.tenancy.scope.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/**
 * What is to be done when, by any replica. Taking it moves it into the future, so whoever dies with
 * it only delays it.
 */
@ApplicationScoped
public class Agenda {

  private static final String ADD =
      """
      insert into request_work (msp_id, client_id, subject_id, kind, due_at)
      values (:msp, :client, :subject, :kind, :due)
      on conflict (client_id, subject_id)
      do update set kind = excluded.kind, due_at = excluded.due_at, lease = null, attempts = 0
      """;
  private static final String TAKE =
      """
      update request_work set lease = gen_random_uuid(), attempts = attempts + 1,
                              due_at = now() + make_interval(secs => :seconds)
      where (client_id, subject_id) in (
        select client_id, subject_id from request_work
        where kind = :kind and due_at <= now()
        order by due_at limit :most for update skip locked)
      returning msp_id, client_id, subject_id, lease, attempts
      """;

  /** Never at once again: the database's clock may be ahead of ours. */
  private static final String AGAIN =
      """
      update request_work
      set due_at = greatest(cast(:due as timestamptz), now() + interval '1 second'),
          lease = null, attempts = 0
      where client_id = :client and subject_id = :subject and lease = :lease
      """;

  private static final String POSTPONE =
      """
      update request_work set due_at = now() + make_interval(secs => :seconds)
      where client_id = :client and subject_id = :subject and lease = :lease
      """;
  private static final String DONE =
      """
      delete from request_work
      where client_id = :client and subject_id = :subject and lease = :lease
      """;
  private static final String WITHDRAW =
      "delete from request_work where client_id = :client and subject_id = :subject";

  private final Session session;

  Agenda(Session session) {
    this.session = session;
  }

  /** Puts it on the agenda, in place of what was there for the subject. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void add(TenantScope.Client client, UUID subject, AgendaKind kind, Instant due) {
    session
        .createNativeMutationQuery(ADD)
        .setParameter("msp", client.mspId())
        .setParameter("client", client.clientId())
        .setParameter("subject", subject)
        .setParameter("kind", kind.name())
        .setParameter("due", due)
        .executeUpdate();
  }

  /** Takes what is due of a kind, the oldest first. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Due> take(AgendaKind kind, int most, Duration lease) {
    return session
        .createNativeQuery(TAKE, Object[].class)
        .addScalar("msp_id", UUID.class)
        .addScalar("client_id", UUID.class)
        .addScalar("subject_id", UUID.class)
        .addScalar("lease", UUID.class)
        .addScalar("attempts", Integer.class)
        .setParameter("kind", kind.name())
        .setParameter("most", most)
        .setParameter("seconds", lease.toMillis() / 1000.0)
        .getResultList()
        .stream()
        .map(
            row ->
                new Due(
                    new TenantScope.Client((UUID) row[0], (UUID) row[1]),
                    (UUID) row[2],
                    (UUID) row[3],
                    (Integer) row[4]))
        .toList();
  }

  /** The work is done for now, and comes again at this time; nothing when another took it over. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void again(Due work, Instant due) {
    session
        .createNativeMutationQuery(AGAIN)
        .setParameter("due", due)
        .setParameter("client", work.client().clientId())
        .setParameter("subject", work.subject())
        .setParameter("lease", work.lease())
        .executeUpdate();
  }

  /** The work failed and is tried again after a while. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void postpone(Due work, Duration by) {
    session
        .createNativeMutationQuery(POSTPONE)
        .setParameter("seconds", by.toMillis() / 1000.0)
        .setParameter("client", work.client().clientId())
        .setParameter("subject", work.subject())
        .setParameter("lease", work.lease())
        .executeUpdate();
  }

  /** Nothing is left to do for the subject. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void done(Due work) {
    session
        .createNativeMutationQuery(DONE)
        .setParameter("client", work.client().clientId())
        .setParameter("subject", work.subject())
        .setParameter("lease", work.lease())
        .executeUpdate();
  }

  /** Takes the subject off the agenda, whoever works on it. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void withdraw(TenantScope.Client client, UUID subject) {
    session
        .createNativeMutationQuery(WITHDRAW)
        .setParameter("client", client.clientId())
        .setParameter("subject", subject)
        .executeUpdate();
  }
}
