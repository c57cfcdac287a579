package dev.assay.evidence.retention;

import dev.assay.http.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** What is under lock, and until when. */
@ApplicationScoped
class RetainedFiles {

  private static final String ITEM = "select control_id, period_to from evidence where id = :item";

  /** Sealed files with the lock that each has now. */
  private static final String LOCKED =
      """
      (select f.client_id, f.id, f.evidence_id, f.size_bytes, f.rule_set,
              coalesce((select max(l.locked_until) from evidence_lock l
                        where l.client_id = f.client_id and l.file_id = f.id),
                       f.retain_until) as locked_until
       from evidence_file_current f where f.state = 'SEALED') f
      """;

  private static final String LOCKS =
      "select id, locked_until, rule_set from " + LOCKED + "where evidence_id = :item order by id";
  private static final String ENDS =
      """
      select to_char(f.locked_until at time zone 'UTC', 'YYYY-MM') as month,
             count(*) as files, cast(sum(f.size_bytes) as bigint) as bytes,
             count(*) filter (where w.needed_until > f.locked_until) as ending_too_soon
      from %s left join lock_work w on w.client_id = f.client_id and w.file_id = f.id
      where f.locked_until >= cast(:from as timestamptz)
      group by 1 order by 1
      """
          .formatted(LOCKED);

  private final Session session;

  RetainedFiles(Session session) {
    this.session = session;
  }

  /**
   * An item whose retention is asked for.
   *
   * @param periodTo the last day that it covers
   */
  record Item(String controlId, LocalDate periodTo) {}

  /** An item of the client in scope, if there is such an item. */
  @Transactional(Transactional.TxType.MANDATORY)
  Optional<Item> item(UUID evidence) {
    return session
        .createNativeQuery(ITEM, Object[].class)
        .addScalar("control_id", String.class)
        .addScalar("period_to", LocalDate.class)
        .setParameter("item", evidence)
        .uniqueResultOptional()
        .map(row -> new Item((String) row[0], (LocalDate) row[1]));
  }

  /** A sealed file and its lock. */
  record Locked(UUID file, Instant until, String ruleSet) {}

  /** The locks of an item's sealed files, in order of their arrival. */
  @Transactional(Transactional.TxType.MANDATORY)
  List<Locked> locks(UUID evidence) {
    return session
        .createNativeQuery(LOCKS, Object[].class)
        .addScalar("id", UUID.class)
        .addScalar("locked_until", Instant.class)
        .addScalar("rule_set", String.class)
        .setParameter("item", evidence)
        .getResultStream()
        .map(row -> new Locked((UUID) row[0], (Instant) row[1], (String) row[2]))
        .toList();
  }

  /** How much comes to the end of its lock in each month, earliest first. */
  @Transactional(Transactional.TxType.MANDATORY)
  List<LocksEnding> ends(PageRequest page) {
    Instant from =
        page.after(YearMonth::parse)
            .map(last -> last.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC))
            .map(ZonedDateTime::toInstant)
            .orElse(Instant.EPOCH);
    return session
        .createNativeQuery(ENDS, Object[].class)
        .addScalar("month", String.class)
        .addScalar("files", Long.class)
        .addScalar("bytes", Long.class)
        .addScalar("ending_too_soon", Long.class)
        .setParameter("from", from)
        .setMaxResults(page.fetchSize())
        .getResultStream()
        .map(row -> new LocksEnding((String) row[0], (Long) row[1], (Long) row[2], (Long) row[3]))
        .toList();
  }
}
