package dev.assay.evidence.hold;

import dev.assay.evidence.lock.LockQueue;
import dev.assay.http.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Legal holds; added and never changed. */
@ApplicationScoped
public class Holds {

  /** Whether hold h covers item e; the one place that says so. */
  private static final String COVERS =
      """
      (h.by_filter
         and (h.control_id is null or h.control_id = e.control_id)
         and (h.period_from is null or e.period_to >= h.period_from)
         and (h.period_to is null or e.period_from <= h.period_to)
       or exists (select 1 from legal_hold_item i
                  where i.client_id = h.client_id and i.hold_id = h.id and i.evidence_id = e.id))
      """;

  private static final String PLACE =
      """
      insert into legal_hold (id, matter, reason, by_filter, control_id, period_from, period_to,
                              placed_by, placed_at)
      values (:id, :matter, :reason, :byFilter, :control, :from, :to, :by, :at)
      """;
  private static final String NAME_ITEMS =
      """
      insert into legal_hold_item (hold_id, evidence_id)
      select :hold, e.id from evidence e where e.id in (:items)
      """;
  private static final String ASK =
      """
      insert into legal_hold_release (hold_id, reason, asked_by, asked_at)
      values (:hold, :reason, :by, :at)
      on conflict do nothing
      """;
  private static final String LIFT =
      """
      insert into legal_hold_lifted (hold_id, asked_by, lifted_by, lifted_at)
      select r.hold_id, r.asked_by, :by, :at from legal_hold_release r where r.hold_id = :hold
      on conflict do nothing
      """;
  private static final String SHOW =
      """
      select h.id, h.matter, h.reason, h.by_filter, h.control_id, h.period_from, h.period_to,
             (select count(*) from evidence e where e.client_id = h.client_id and %s) as items,
             h.placed_by, h.placed_at, r.reason as release_reason, r.asked_by, r.asked_at,
             l.lifted_by, l.lifted_at
      from legal_hold h
      left join legal_hold_release r on r.client_id = h.client_id and r.hold_id = h.id
      left join legal_hold_lifted l on l.client_id = h.client_id and l.hold_id = h.id
      """
          .formatted(COVERS);
  private static final String ON_ITEM =
      """
      select h.id from legal_hold h
      join evidence e on e.client_id = h.client_id and e.id = :item
      where not exists (select 1 from legal_hold_lifted l
                        where l.client_id = h.client_id and l.hold_id = h.id)
        and %s
      order by h.id
      """
          .formatted(COVERS);

  private static final String ON_ITEMS =
      """
      select distinct e.id from evidence e
      join legal_hold h on h.client_id = e.client_id
      where e.id in (:items)
        and not exists (select 1 from legal_hold_lifted l
                        where l.client_id = h.client_id and l.hold_id = h.id)
        and %s
      """
          .formatted(COVERS);

  private final Session session;
  private final LockQueue locks;

  Holds(Session session, LockQueue locks) {
    this.session = session;
    this.locks = locks;
  }

  /** Which of these items a hold in force is on; one statement. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Set<UUID> onAny(Collection<UUID> items) {
    return new HashSet<>(
        session
            .createNativeQuery(ON_ITEMS, UUID.class)
            .setParameterList("items", items, UUID.class)
            .getResultList());
  }

  /** The holds in force on an item, oldest first: named by them, or met by their filters. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<UUID> on(UUID evidence) {
    return session
        .createNativeQuery(ON_ITEM, UUID.class)
        .setParameter("item", evidence)
        .getResultList();
  }

  /**
   * Places a hold.
   *
   * @return false when it names an item that is not there; then the caller must roll back
   */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean place(UUID id, HoldRequest request, String by, Instant at) {
    HoldRequest.Filter filter =
        request.filter() == null ? new HoldRequest.Filter(null, null, null) : request.filter();
    session
        .createNativeMutationQuery(PLACE)
        .setParameter("id", id)
        .setParameter("matter", request.matter())
        .setParameter("reason", request.reason())
        .setParameter("byFilter", request.filter() != null)
        .setParameter("control", filter.controlId(), String.class)
        .setParameter("from", filter.periodFrom(), LocalDate.class)
        .setParameter("to", filter.periodTo(), LocalDate.class)
        .setParameter("by", by)
        .setParameter("at", at)
        .executeUpdate();
    boolean found = request.evidenceIds() == null || name(id, new HashSet<>(request.evidenceIds()));
    locks.newsOfHold(id, COVERS);
    return found;
  }

  private boolean name(UUID hold, Set<UUID> items) {
    return session
            .createNativeMutationQuery(NAME_ITEMS)
            .setParameter("hold", hold)
            .setParameterList("items", items, UUID.class)
            .executeUpdate()
        == items.size();
  }

  /** Asks for the end of a hold; false when somebody has asked before. */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean ask(UUID hold, String reason, String by, Instant at) {
    return session
            .createNativeMutationQuery(ASK)
            .setParameter("hold", hold)
            .setParameter("reason", reason)
            .setParameter("by", by)
            .setParameter("at", at)
            .executeUpdate()
        == 1;
  }

  /** Lifts a hold whose end somebody else asked for; false when it is lifted already. */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean lift(UUID hold, String by, Instant at) {
    boolean lifted =
        session
                .createNativeMutationQuery(LIFT)
                .setParameter("hold", hold)
                .setParameter("by", by)
                .setParameter("at", at)
                .executeUpdate()
            == 1;
    if (lifted) {
      locks.newsOfHold(hold, COVERS);
    }
    return lifted;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  Optional<HoldResponse> find(UUID id) {
    return typed(session.createNativeQuery(SHOW + "where h.id = :id", Object[].class))
        .setParameter("id", id)
        .uniqueResultOptional()
        .map(Holds::shown);
  }

  /** Newest first. */
  @Transactional(Transactional.TxType.MANDATORY)
  List<HoldResponse> page(PageRequest page) {
    Optional<UUID> last = page.after(UUID::fromString);
    var query =
        typed(
            session.createNativeQuery(
                SHOW + (last.isPresent() ? "where h.id < :last " : "") + "order by h.id desc",
                Object[].class));
    last.ifPresent(id -> query.setParameter("last", id));
    return query.setMaxResults(page.fetchSize()).getResultStream().map(Holds::shown).toList();
  }

  private static NativeQuery<Object[]> typed(NativeQuery<Object[]> query) {
    return query
        .addScalar("id", UUID.class)
        .addScalar("matter", String.class)
        .addScalar("reason", String.class)
        .addScalar("by_filter", Boolean.class)
        .addScalar("control_id", String.class)
        .addScalar("period_from", LocalDate.class)
        .addScalar("period_to", LocalDate.class)
        .addScalar("items", Long.class)
        .addScalar("placed_by", String.class)
        .addScalar("placed_at", Instant.class)
        .addScalar("release_reason", String.class)
        .addScalar("asked_by", String.class)
        .addScalar("asked_at", Instant.class)
        .addScalar("lifted_by", String.class)
        .addScalar("lifted_at", Instant.class);
  }

  private static HoldResponse shown(Object[] row) {
    return new HoldResponse(
        (UUID) row[0],
        (String) row[1],
        (String) row[2],
        state(row),
        (Boolean) row[3],
        (String) row[4],
        (LocalDate) row[5],
        (LocalDate) row[6],
        (Long) row[7],
        (String) row[8],
        (Instant) row[9],
        (String) row[10],
        (String) row[11],
        (Instant) row[12],
        (String) row[13],
        (Instant) row[14]);
  }

  private static HoldState state(Object[] row) {
    if (row[13] != null) {
      return HoldState.LIFTED;
    }
    return row[11] == null ? HoldState.PLACED : HoldState.RELEASE_ASKED;
  }
}
