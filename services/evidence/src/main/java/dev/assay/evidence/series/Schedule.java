package dev.assay.evidence.series;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a series asks for what: pure, from its terms alone.
 *
 * @param first the first day of the first period; for DATES that of the first one given
 * @param given the periods of DATES, else empty
 * @param dueAfterDays how many days after a period's end its request is due
 * @param aheadDays how many days before it is due a request is raised
 * @param lastDay nothing is asked for a period that begins after it; null while there is no end
 */
record Schedule(
    Rhythm rhythm,
    LocalDate first,
    List<Period> given,
    int dueAfterDays,
    int aheadDays,
    @Nullable LocalDate lastDay) {

  /** Ends what has no end; more weeks than this lie past the last day that anybody may name. */
  private static final int MOST = 10_000;

  Schedule {
    given = given.stream().sorted(Comparator.comparing(Period::periodFrom)).toList();
  }

  /** One request that the series makes. */
  record Ask(Period period, LocalDate raisedOn, LocalDate dueOn) {}

  /**
   * The requests for periods that begin after a day, in order.
   *
   * @param after null for all
   */
  Stream<Ask> asks(@Nullable LocalDate after) {
    return periods()
        .takeWhile(period -> lastDay == null || !period.periodFrom().isAfter(lastDay))
        .dropWhile(period -> after != null && !period.periodFrom().isAfter(after))
        .map(this::ask);
  }

  /** The instant from which an ask is raised: when its day begins at the client's place. */
  static Instant raisedAt(Ask ask, ZoneId zone) {
    return ask.raisedOn().atStartOfDay(zone).toInstant();
  }

  private Ask ask(Period period) {
    LocalDate due = period.periodTo().plusDays(dueAfterDays);
    return new Ask(period, due.minusDays(aheadDays), due);
  }

  private Stream<Period> periods() {
    if (rhythm == Rhythm.DATES) {
      return given.stream();
    }
    return IntStream.range(0, MOST)
        .mapToObj(
            number ->
                new Period(
                    rhythm.start(first, number), rhythm.start(first, number + 1).minusDays(1)));
  }
}
