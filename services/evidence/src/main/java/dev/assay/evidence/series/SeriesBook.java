package dev.assay.evidence.series;

import dev.assay.http.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** Series: begun, read, ended; never changed. */
@ApplicationScoped
class SeriesBook {

  private static final String BEGIN =
      """
      insert into evidence_series (id, control_id, title, asked, assignee_person_id, rhythm,
        first_from, due_after_days, ahead_days, time_zone, raised_by, raised_by_person_id, raised_at)
      values (:id, :control, :title, :asked, :assignee, :rhythm, :first, :due, :ahead, :zone, :by,
        :person, :at)
      """;

  private static final String ADD_PERIODS =
      """
      insert into evidence_series_period (series_id, period_from, period_to)
      select :series, f, t
      from unnest(cast(:froms as date[]), cast(:tos as date[])) as period (f, t)
      """;

  private static final String END =
      """
      insert into evidence_series_end
        (series_id, last_day, reason, ended_by, ended_by_person_id, ended_at)
      values (:series, :lastDay, :reason, :by, :person, :at)
      on conflict do nothing
      """;

  private static final String READ =
      """
      select s.id, s.control_id, s.title, s.asked, s.assignee_person_id, s.rhythm, s.first_from,
             s.due_after_days, s.ahead_days, s.time_zone, s.raised_by, s.raised_by_person_id,
             s.raised_at, e.last_day, e.reason, e.ended_by, e.ended_by_person_id, e.ended_at,
             (select string_agg(p.period_from || '/' || p.period_to, ',' order by p.period_from)
              from evidence_series_period p
              where p.client_id = s.client_id and p.series_id = s.id) as periods
      from evidence_series s
      left join evidence_series_end e on e.client_id = s.client_id and e.series_id = s.id
      """;

  private static final String ONE = READ + "where s.id = :id";
  private static final String PAGE =
      READ
          + """
          where (cast(:control as text) is null or s.control_id = :control)
            and (cast(:last as uuid) is null or s.id < :last)
          order by s.id desc
          """;

  /** Up to where the series has asked. */
  private static final String ASKED_UNTIL =
      "select max(period_from) from evidence_request where series_id = :series";

  private final Session session;

  SeriesBook(Session session) {
    this.session = session;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void begin(Series series) {
    session
        .createNativeMutationQuery(BEGIN)
        .setParameter("id", series.id())
        .setParameter("control", series.controlId())
        .setParameter("title", series.title())
        .setParameter("asked", series.asked())
        .setParameter("assignee", series.assigneePersonId())
        .setParameter("rhythm", series.rhythm().name())
        .setParameter("first", series.firstFrom())
        .setParameter("due", series.dueAfterDays())
        .setParameter("ahead", series.aheadDays())
        .setParameter("zone", series.zone().getId())
        .setParameter("by", series.raisedBy())
        .setParameter("person", series.raisedByPersonId())
        .setParameter("at", series.raisedAt())
        .executeUpdate();
    if (!series.periods().isEmpty()) {
      session
          .createNativeMutationQuery(ADD_PERIODS)
          .setParameter("series", series.id())
          .setParameter(
              "froms", series.periods().stream().map(Period::periodFrom).toArray(LocalDate[]::new))
          .setParameter(
              "tos", series.periods().stream().map(Period::periodTo).toArray(LocalDate[]::new))
          .executeUpdate();
    }
  }

  /**
   * Ends a series.
   *
   * @return false when it had ended before
   */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean end(UUID series, Series.End end) {
    return session
            .createNativeMutationQuery(END)
            .setParameter("series", series)
            .setParameter("lastDay", end.lastDay())
            .setParameter("reason", end.reason())
            .setParameter("by", end.by())
            .setParameter("person", end.byPersonId())
            .setParameter("at", end.at())
            .executeUpdate()
        == 1;
  }

  Optional<Series> find(UUID id) {
    return read(session.createNativeQuery(ONE, Object[].class).setParameter("id", id)).stream()
        .findFirst();
  }

  /** Series, the newest first. */
  List<Series> page(@Nullable String control, PageRequest page) {
    return read(
        session
            .createNativeQuery(PAGE, Object[].class)
            .setParameter("control", control, String.class)
            .setParameter("last", page.after(UUID::fromString).orElse(null), UUID.class)
            .setMaxResults(page.fetchSize()));
  }

  /** All series of the client: as many as somebody set up by hand. */
  List<Series> all() {
    return read(session.createNativeQuery(READ, Object[].class));
  }

  /** The first day of the last period that was asked for; empty when none was. */
  Optional<LocalDate> askedUntil(UUID series) {
    return Optional.ofNullable(
        session
            .createNativeQuery(ASKED_UNTIL, LocalDate.class)
            .setParameter("series", series)
            .getSingleResult());
  }

  private static List<Series> read(NativeQuery<Object[]> query) {
    return query
        .addScalar("id", UUID.class)
        .addScalar("control_id", String.class)
        .addScalar("title", String.class)
        .addScalar("asked", String.class)
        .addScalar("assignee_person_id", UUID.class)
        .addScalar("rhythm", String.class)
        .addScalar("first_from", LocalDate.class)
        .addScalar("due_after_days", Integer.class)
        .addScalar("ahead_days", Integer.class)
        .addScalar("time_zone", String.class)
        .addScalar("raised_by", String.class)
        .addScalar("raised_by_person_id", UUID.class)
        .addScalar("raised_at", Instant.class)
        .addScalar("last_day", LocalDate.class)
        .addScalar("reason", String.class)
        .addScalar("ended_by", String.class)
        .addScalar("ended_by_person_id", UUID.class)
        .addScalar("ended_at", Instant.class)
        .addScalar("periods", String.class)
        .getResultList()
        .stream()
        .map(SeriesBook::series)
        .toList();
  }

  private static Series series(@Nullable Object[] row) {
    LocalDate lastDay = (LocalDate) row[13];
    return new Series(
        (UUID) row[0],
        (String) row[1],
        (String) row[2],
        (String) row[3],
        (UUID) row[4],
        Rhythm.valueOf((String) row[5]),
        (LocalDate) row[6],
        periods((String) row[18]),
        (Integer) row[7],
        (Integer) row[8],
        ZoneId.of((String) row[9]),
        (String) row[10],
        (UUID) row[11],
        (Instant) row[12],
        lastDay == null
            ? null
            : new Series.End(
                lastDay, (String) row[14], (String) row[15], (UUID) row[16], (Instant) row[17]));
  }

  private static List<Period> periods(@Nullable String text) {
    List<Period> periods = new ArrayList<>();
    if (text != null) {
      for (String pair : text.split(",", -1)) {
        int slash = pair.indexOf('/');
        periods.add(
            new Period(
                LocalDate.parse(pair.substring(0, slash)),
                LocalDate.parse(pair.substring(slash + 1))));
      }
    }
    return periods;
  }
}
