package dev.assay.evidence.retention;

import dev.assay.evidence.lock.LockQueue;
import dev.assay.http.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** A client's own rules of retention; added and never changed. */
@ApplicationScoped
class RetentionPolicies {

  private static final String ADD =
      """
      insert into retention_policy (id, valid_from, evidence_class, start_event, years, reason,
                                    set_by, set_at)
      values (:id, :from, :class, :start, :years, :reason, :by, :at)
      """;
  private static final String ALL =
      """
      select id, valid_from, evidence_class, start_event, years, reason, set_by, set_at
      from retention_policy p
      """;

  /** Of each class and start the one that began last; of one day the one that was set last. */
  private static final String IN_FORCE =
      ALL
          + """
          where valid_from <= :day and not exists (
            select from retention_policy later
            where later.client_id = p.client_id and later.evidence_class = p.evidence_class
              and later.start_event = p.start_event and later.valid_from <= :day
              and (later.valid_from, later.id) > (p.valid_from, p.id))
          order by id
          """;

  private final Session session;
  private final LockQueue locks;

  RetentionPolicies(Session session, LockQueue locks) {
    this.session = session;
    this.locks = locks;
  }

  /** Adds a policy, and has the locks of what it covers decided again. */
  @Transactional(Transactional.TxType.MANDATORY)
  void add(RetentionPolicy policy) {
    session
        .createNativeMutationQuery(ADD)
        .setParameter("id", policy.id())
        .setParameter("from", policy.validFrom())
        .setParameter("class", policy.evidenceClass())
        .setParameter("start", policy.start().name())
        .setParameter("years", policy.years())
        .setParameter("reason", policy.reason())
        .setParameter("by", policy.setBy())
        .setParameter("at", policy.setAt())
        .executeUpdate();
    locks.newsOfClass(policy.evidenceClass());
  }

  /** What is applied on a day. */
  @Transactional(Transactional.TxType.MANDATORY)
  List<RetentionPolicy> on(LocalDate day) {
    return read(session.createNativeQuery(IN_FORCE, Object[].class).setParameter("day", day));
  }

  /** Newest first. */
  @Transactional(Transactional.TxType.MANDATORY)
  List<RetentionPolicy> page(PageRequest page) {
    Optional<UUID> last = page.after(UUID::fromString);
    var query =
        session.createNativeQuery(
            ALL + (last.isPresent() ? "where id < :last " : "") + "order by id desc",
            Object[].class);
    last.ifPresent(id -> query.setParameter("last", id));
    return read(query.setMaxResults(page.fetchSize()));
  }

  private static List<RetentionPolicy> read(NativeQuery<Object[]> query) {
    return query
        .addScalar("id", UUID.class)
        .addScalar("valid_from", LocalDate.class)
        .addScalar("evidence_class", String.class)
        .addScalar("start_event", String.class)
        .addScalar("years", Integer.class)
        .addScalar("reason", String.class)
        .addScalar("set_by", String.class)
        .addScalar("set_at", Instant.class)
        .getResultStream()
        .map(
            row ->
                new RetentionPolicy(
                    (UUID) row[0],
                    (LocalDate) row[1],
                    (String) row[2],
                    PolicyStart.valueOf((String) row[3]),
                    (Integer) row[4],
                    (String) row[5],
                    (String) row[6],
                    (Instant) row[7]))
        .toList();
  }
}
