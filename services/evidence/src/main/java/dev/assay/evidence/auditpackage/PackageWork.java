package dev.assay.evidence.auditpackage;

import dev.assay.tenancy.scope.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Packages to be built, by any replica. Taking one moves it into the future, so whoever dies with
 * it only delays it. Times are the database's.
 */
@ApplicationScoped
class PackageWork {

  private static final String ADD =
      """
      insert into package_work (msp_id, client_id, package_id, due_at)
      values (:msp, :client, :package, now() + make_interval(secs => :seconds))
      """;
  private static final String TAKE =
      """
      update package_work set lease = gen_random_uuid(), attempts = attempts + 1,
                              due_at = now() + make_interval(secs => :seconds)
      where (client_id, package_id) in (
        select client_id, package_id from package_work where due_at <= now()
        order by due_at limit 1 for update skip locked)
      returning msp_id, client_id, package_id, lease, attempts
      """;
  private static final String POSTPONE =
      """
      update package_work set due_at = now() + make_interval(secs => :seconds)
      where client_id = :client and package_id = :package and lease = :lease
      """;
  private static final String DONE =
      """
      delete from package_work
      where client_id = :client and package_id = :package and lease = :lease
      """;

  private final Session session;

  PackageWork(Session session) {
    this.session = session;
  }

  /**
   * A package that this builder owns for as long as its lease.
   *
   * @param lease fencing token: whoever takes it over has another one
   */
  record Taken(TenantScope.Client client, UUID id, UUID lease, int attempts) {}

  @Transactional(Transactional.TxType.MANDATORY)
  void add(TenantScope.Client client, UUID id, Duration due) {
    session
        .createNativeMutationQuery(ADD)
        .setParameter("msp", client.mspId())
        .setParameter("client", client.clientId())
        .setParameter("package", id)
        .setParameter("seconds", seconds(due))
        .executeUpdate();
  }

  /** Takes the one that has been due longest. */
  @Transactional(Transactional.TxType.MANDATORY)
  Optional<Taken> take(Duration lease) {
    return session
        .createNativeQuery(TAKE, Object[].class)
        .addScalar("msp_id", UUID.class)
        .addScalar("client_id", UUID.class)
        .addScalar("package_id", UUID.class)
        .addScalar("lease", UUID.class)
        .addScalar("attempts", Integer.class)
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
   * Keeps it while the build goes on, or lays it by.
   *
   * @return false when somebody else has taken it over
   */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean postpone(Taken work, Duration due) {
    return session
            .createNativeMutationQuery(POSTPONE)
            .setParameter("client", work.client().clientId())
            .setParameter("package", work.id())
            .setParameter("lease", work.lease())
            .setParameter("seconds", seconds(due))
            .executeUpdate()
        == 1;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void done(Taken work) {
    session
        .createNativeMutationQuery(DONE)
        .setParameter("client", work.client().clientId())
        .setParameter("package", work.id())
        .setParameter("lease", work.lease())
        .executeUpdate();
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
