package dev.assay.evidence.series;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** What the series that still ask have brought in, and when the next of it is due. */
@ApplicationScoped
public class OpenSeries {

  /** The last period of each series whose request was accepted. */
  private static final String ACCEPTED =
      """
      select distinct on (r.series_id) r.series_id, r.id, r.period_to
      from evidence_request_current r
      where r.series_id is not null and r.state = 'ACCEPTED'
      order by r.series_id, r.period_to desc
      """;

  private final Session session;
  private final SeriesBook book;

  OpenSeries(Session session, SeriesBook book) {
    this.session = session;
    this.book = book;
  }

  /**
   * Where a series stands.
   *
   * @param lastAccepted the accepted request that reaches furthest; null when there is none
   * @param coveredTo the last day of its period
   * @param nextDueOn when what follows is due; null when nothing follows
   */
  public record Standing(
      String controlId,
      UUID seriesId,
      @Nullable UUID lastAccepted,
      @Nullable LocalDate coveredTo,
      @Nullable LocalDate nextDueOn) {}

  private record Accepted(UUID request, LocalDate coveredTo) {}

  /** Series without an end, and ended ones whose last period is not yet covered. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Standing> all() {
    Map<UUID, Accepted> accepted = accepted();
    return book.all().stream()
        .map(series -> standing(series, accepted.get(series.id())))
        .filter(standing -> standing.nextDueOn() != null)
        .toList();
  }

  private static Standing standing(Series series, @Nullable Accepted accepted) {
    LocalDate coveredTo = accepted == null ? null : accepted.coveredTo();
    LocalDate next =
        series
            .schedule()
            .asks(null)
            .filter(ask -> coveredTo == null || ask.period().periodTo().isAfter(coveredTo))
            .map(Schedule.Ask::dueOn)
            .findFirst()
            .orElse(null);
    return new Standing(
        series.controlId(),
        series.id(),
        accepted == null ? null : accepted.request(),
        coveredTo,
        next);
  }

  private Map<UUID, Accepted> accepted() {
    Map<UUID, Accepted> accepted = new HashMap<>();
    session
        .createNativeQuery(ACCEPTED, Object[].class)
        .addScalar("series_id", UUID.class)
        .addScalar("id", UUID.class)
        .addScalar("period_to", LocalDate.class)
        .getResultList()
        .forEach(
            row -> accepted.put((UUID) row[0], new Accepted((UUID) row[1], (LocalDate) row[2])));
    return accepted;
  }
}
