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

  private static final String PERIOD_END = "select period_to from evidence where id = :item";
  private static final String LOCKS =
      """
      select id, retain_until, rule_set from evidence_file_current
      where evidence_id = :item and state = 'SEALED' order by id
      """;
  private static final String ENDS =
      """
      select to_char(retain_until at time zone 'UTC', 'YYYY-MM') as month,
             count(*) as files, cast(sum(size_bytes) as bigint) as bytes
      from evidence_file_current
      where state = 'SEALED' and retain_until >= cast(:from as timestamptz)
      group by 1 order by 1
      """;

  private final Session session;

  RetainedFiles(Session session) {
    this.session = session;
  }

  /** The last day that an item covers, if there is such an item. */
  @Transactional(Transactional.TxType.MANDATORY)
  Optional<LocalDate> periodEnd(UUID evidence) {
    return session
        .createNativeQuery(PERIOD_END, LocalDate.class)
        .setParameter("item", evidence)
        .uniqueResultOptional();
  }

  /** The locks of an item's sealed files, in order of their arrival. */
  @Transactional(Transactional.TxType.MANDATORY)
  List<RetentionResponse.Lock> locks(UUID evidence) {
    return session
        .createNativeQuery(LOCKS, Object[].class)
        .addScalar("id", UUID.class)
        .addScalar("retain_until", Instant.class)
        .addScalar("rule_set", String.class)
        .setParameter("item", evidence)
        .getResultStream()
        .map(row -> new RetentionResponse.Lock((UUID) row[0], (Instant) row[1], (String) row[2]))
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
        .setParameter("from", from)
        .setMaxResults(page.fetchSize())
        .getResultStream()
        .map(row -> new LocksEnding((String) row[0], (Long) row[1], (Long) row[2]))
        .toList();
  }
}
