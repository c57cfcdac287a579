package dev.assay.evidence.drill;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;

/**
 * Drills that failed or were missed, in one order. The newest moments are left for the next call,
 * until every transaction of theirs is over: so whoever follows the list misses none.
 */
@ApplicationScoped
class Signals {

  private static final String FAILED =
      """
      select d.id, d.ended_at, d.begins_on, d.evidence_id, d.differing
      from evidence_drill_current d
      where d.outcome = 'FAILED' and d.ended_at <= :until
        and (d.ended_at, ('FAILED/' || d.id) collate "C") > (:at, cast(:key as text))
      order by d.ended_at, d.id
      """;
  private static final String BEGUN =
      """
      select d.id, d.begins_on, d.due_at, r.ended_at
      from evidence_drill d
      left join evidence_drill_result r on r.client_id = d.client_id and r.drill_id = d.id
      where d.begins_on is not null
      """;

  private final Session session;
  private final Schedules schedules;
  private final DrillSettings settings;
  private final Clock clock;

  Signals(Session session, Schedules schedules, DrillSettings settings, Clock clock) {
    this.session = session;
    this.schedules = schedules;
    this.settings = settings;
    this.clock = clock;
  }

  /** Signals after a place, the oldest first; three SQL statements however many there are. */
  @Transactional(Transactional.TxType.MANDATORY)
  List<Signal> page(Signal.Place after, int most) {
    Instant until = clock.instant().minus(settings.settle());
    Stream<Signal> missed =
        Missed.of(schedules.history(), begun(), until).stream()
            .filter(signal -> signal.place().compareTo(after) > 0);
    return Stream.concat(failed(after, until, most), missed)
        .sorted(Comparator.comparing(Signal::place))
        .limit(most)
        .toList();
  }

  private Stream<Signal> failed(Signal.Place after, Instant until, int most) {
    return session
        .createNativeQuery(FAILED, Object[].class)
        .addScalar("id", UUID.class)
        .addScalar("ended_at", Instant.class)
        .addScalar("begins_on", LocalDate.class)
        .addScalar("evidence_id", UUID.class)
        .addScalar("differing", Integer.class)
        .setParameter("until", until)
        .setParameter("at", after.at())
        .setParameter("key", after.key())
        .setMaxResults(most)
        .getResultStream()
        .map(
            row ->
                Signal.failed(
                    (UUID) row[0],
                    (Instant) row[1],
                    (LocalDate) row[2],
                    (UUID) row[3],
                    (Integer) row[4]));
  }

  private List<Missed.Begun> begun() {
    return session
        .createNativeQuery(BEGUN, Object[].class)
        .addScalar("id", UUID.class)
        .addScalar("begins_on", LocalDate.class)
        .addScalar("due_at", Instant.class)
        .addScalar("ended_at", Instant.class)
        .getResultStream()
        .map(
            row ->
                new Missed.Begun(
                    (UUID) row[0],
                    new NewDrill.Due((LocalDate) row[1], (Instant) row[2]),
                    (Instant) row[3]))
        .toList();
  }
}
