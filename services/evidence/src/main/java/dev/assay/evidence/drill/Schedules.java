package dev.assay.evidence.drill;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.Session;

/** All versions of the schedule of the owner in whose scope we are. */
@ApplicationScoped
class Schedules {

  private static final String HISTORY =
      """
      select version, active, every_months, sample_size, first_on, days_to_finish, reason, set_by,
             set_at
      from evidence_drill_schedule order by version
      """;

  /** The key decides between two who set the next version at once. */
  private static final String ADD =
      """
      insert into evidence_drill_schedule
        (version, active, every_months, sample_size, first_on, days_to_finish, reason, set_by,
         set_at)
      values (:version, :active, :months, :size, :first, :days, :reason, :by, :at)
      on conflict do nothing
      """;

  private final Session session;

  Schedules(Session session) {
    this.session = session;
  }

  /** The oldest first: a few rows, as people rarely set it. */
  @Transactional(Transactional.TxType.MANDATORY)
  List<Schedule> history() {
    return session
        .createNativeQuery(HISTORY, Object[].class)
        .addScalar("version", Integer.class)
        .addScalar("active", Boolean.class)
        .addScalar("every_months", Integer.class)
        .addScalar("sample_size", Integer.class)
        .addScalar("first_on", LocalDate.class)
        .addScalar("days_to_finish", Integer.class)
        .addScalar("reason", String.class)
        .addScalar("set_by", String.class)
        .addScalar("set_at", Instant.class)
        .getResultStream()
        .map(
            row ->
                new Schedule(
                    (Integer) row[0],
                    (Boolean) row[1],
                    (Integer) row[2],
                    (Integer) row[3],
                    (LocalDate) row[4],
                    (Integer) row[5],
                    (String) row[6],
                    (String) row[7],
                    (Instant) row[8]))
        .toList();
  }

  /**
   * Adds the next version.
   *
   * @return false when somebody else has added it
   */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean add(Schedule schedule) {
    return session
            .createNativeMutationQuery(ADD)
            .setParameter("version", schedule.version())
            .setParameter("active", schedule.active())
            .setParameter("months", schedule.everyMonths())
            .setParameter("size", schedule.sampleSize())
            .setParameter("first", schedule.firstOn())
            .setParameter("days", schedule.daysToFinish())
            .setParameter("reason", schedule.reason())
            .setParameter("by", schedule.setBy())
            .setParameter("at", schedule.setAt())
            .executeUpdate()
        == 1;
  }
}
