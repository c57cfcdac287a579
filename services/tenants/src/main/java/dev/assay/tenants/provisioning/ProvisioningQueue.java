package dev.assay.tenants.provisioning;

import dev.assay.tenancy.scope.Scopes;
import dev.assay.tenancy.scope.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Work on accounts that any replica may take. It is asked for in the transaction of the change that
 * needs it, and done after it. Taking it moves it into the future, so whoever dies with it only
 * delays it. Times are the database's: replicas' clocks may differ.
 */
@ApplicationScoped
public class ProvisioningQueue {

  private static final String ADD =
      """
      insert into provisioning_work (msp_id, scope_id, entity_id, kind, subject, asked_at, due_at)
      values (:msp, :scope, :entity, :kind, :subject, now(), now() + make_interval(secs => :seconds))
      on conflict (msp_id, entity_id, kind) do update set
        subject = coalesce(excluded.subject, provisioning_work.subject),
        asked_at = excluded.asked_at, due_at = excluded.due_at, lease = null, attempts = 0
      """;
  private static final String TAKE =
      """
      update provisioning_work set lease = gen_random_uuid(), attempts = attempts + 1,
                                   due_at = now() + make_interval(secs => :seconds)
      where (msp_id, entity_id, kind) in (
        select msp_id, entity_id, kind from provisioning_work
        where due_at <= now() order by due_at limit :most for update skip locked)
      returning msp_id, scope_id, entity_id, kind, subject, asked_at, lease, attempts
      """;
  private static final String MINE =
      " where msp_id = :msp and entity_id = :entity and kind = :kind and lease = :lease";
  private static final String POSTPONE =
      "update provisioning_work set due_at = now() + make_interval(secs => :seconds)" + MINE;
  private static final String DONE = "delete from provisioning_work" + MINE;
  private static final String WITHDRAW =
      """
      delete from provisioning_work
      where msp_id = :msp and entity_id = :entity and kind in (:kinds)
      """;
  private static final String KNOWN_AS =
      """
      update provisioning_work set subject = :subject
      where msp_id = :msp and entity_id = :entity and kind = 'EXPIRE'
      """;
  private static final String OPEN_INVITATIONS =
      """
      select msp_id, scope_id, entity_id from provisioning_work
      where subject = :subject and kind = 'EXPIRE'
      """;

  private final Session session;
  private final Scopes scopes;

  ProvisioningQueue(Session session, Scopes scopes) {
    this.session = session;
    this.scopes = scopes;
  }

  /** An open invitation, and the scope that it is in. */
  public record Invited(TenantScope scope, UUID invitation) {}

  /** Asks for work in the current scope, anew if it was asked for before. */
  @Transactional(TxType.MANDATORY)
  public void add(WorkKind kind, UUID entity, @Nullable String subject, Duration due) {
    Place here = here();
    session
        .createNativeMutationQuery(ADD)
        .setParameter("msp", here.mspId())
        .setParameter("scope", here.scopeId())
        .setParameter("entity", entity)
        .setParameter("kind", kind.name())
        .setParameter("subject", subject, String.class)
        .setParameter("seconds", seconds(due))
        .executeUpdate();
  }

  /** As {@link #add(WorkKind, UUID, String, Duration)}, due at once. */
  @Transactional(TxType.MANDATORY)
  public void add(WorkKind kind, UUID entity, @Nullable String subject) {
    add(kind, entity, subject, Duration.ZERO);
  }

  /** Takes what is due, the oldest first. */
  @Transactional(TxType.MANDATORY)
  public List<Work> take(int most, Duration lease) {
    return session
        .createNativeQuery(TAKE, Object[].class)
        .setParameter("most", most)
        .setParameter("seconds", seconds(lease))
        .addScalar("msp_id", UUID.class)
        .addScalar("scope_id", UUID.class)
        .addScalar("entity_id", UUID.class)
        .addScalar("kind", String.class)
        .addScalar("subject", String.class)
        .addScalar("asked_at", Instant.class)
        .addScalar("lease", UUID.class)
        .addScalar("attempts", Integer.class)
        .getResultList()
        .stream()
        .map(
            row ->
                new Work(
                    new Place((UUID) row[0], (UUID) row[1]).scope(),
                    (UUID) row[2],
                    WorkKind.valueOf((String) row[3]),
                    (String) row[4],
                    (Instant) row[5],
                    (UUID) row[6],
                    (Integer) row[7]))
        .toList();
  }

  /** Moves work into the future, unless somebody else has it by now. */
  @Transactional(TxType.MANDATORY)
  public void postpone(Work work, Duration due) {
    session
        .createNativeMutationQuery(POSTPONE)
        .setParameter("msp", Place.of(work.scope()).mspId())
        .setParameter("entity", work.entity())
        .setParameter("kind", work.kind().name())
        .setParameter("lease", work.lease())
        .setParameter("seconds", seconds(due))
        .executeUpdate();
  }

  /**
   * Takes finished work away.
   *
   * @return false when somebody else has it by now, or it was asked for anew
   */
  @Transactional(TxType.MANDATORY)
  public boolean done(Work work) {
    return session
            .createNativeMutationQuery(DONE)
            .setParameter("msp", Place.of(work.scope()).mspId())
            .setParameter("entity", work.entity())
            .setParameter("kind", work.kind().name())
            .setParameter("lease", work.lease())
            .executeUpdate()
        == 1;
  }

  /** Takes work away that there is no need for any more, whoever has it. */
  @Transactional(TxType.MANDATORY)
  public void withdraw(UUID entity, WorkKind... kinds) {
    session
        .createNativeMutationQuery(WITHDRAW)
        .setParameter("msp", here().mspId())
        .setParameter("entity", entity)
        .setParameterList("kinds", List.of(kinds).stream().map(WorkKind::name).toList())
        .executeUpdate();
  }

  /** Makes the account known by whose first sign-in an invitation will be accepted. */
  @Transactional(TxType.MANDATORY)
  public void knownAs(UUID invitation, String subject) {
    session
        .createNativeMutationQuery(KNOWN_AS)
        .setParameter("msp", here().mspId())
        .setParameter("entity", invitation)
        .setParameter("subject", subject)
        .executeUpdate();
  }

  /** All accounts whose first sign-in accepts an invitation. */
  @Transactional(TxType.MANDATORY)
  public List<String> awaited() {
    return session
        .createNativeQuery(
            "select subject from provisioning_work where kind = 'EXPIRE' and subject is not null",
            String.class)
        .getResultList();
  }

  /** The invitations that this account's next sign-in accepts, wherever they are. */
  @Transactional(TxType.MANDATORY)
  public List<Invited> openInvitationsOf(String subject) {
    return session
        .createNativeQuery(OPEN_INVITATIONS, Object[].class)
        .setParameter("subject", subject)
        .addScalar("msp_id", UUID.class)
        .addScalar("scope_id", UUID.class)
        .addScalar("entity_id", UUID.class)
        .getResultList()
        .stream()
        .map(row -> new Invited(new Place((UUID) row[0], (UUID) row[1]).scope(), (UUID) row[2]))
        .toList();
  }

  private Place here() {
    return Place.of(scopes.current().orElse(null));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
