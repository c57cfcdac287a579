package dev.assay.evidence.drill;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One version of when drills are due. It holds from the day on which it was set to the day on which
 * the next version was; days are in UTC.
 *
 * @param everyMonths counted from the first day, so that no month's end wears off
 * @param daysToFinish how many days a drill has, the one on which it begins included
 */
record Schedule(
    int version,
    boolean active,
    int everyMonths,
    int sampleSize,
    LocalDate firstOn,
    int daysToFinish,
    String reason,
    String setBy,
    Instant setAt) {

  /** A drill that a version asks for. */
  record Ask(int version, int sampleSize, NewDrill.Due due) {}

  /** What all versions, oldest first, ask for up to a day, the oldest first. */
  static List<Ask> asks(List<Schedule> history, LocalDate upTo) {
    List<Ask> asks = new ArrayList<>();
    for (int i = 0; i < history.size(); i++) {
      LocalDate end = upTo.plusDays(1);
      if (i + 1 < history.size() && history.get(i + 1).setOn().isBefore(end)) {
        end = history.get(i + 1).setOn();
      }
      history.get(i).addAsks(end, asks);
    }
    return asks;
  }

  private void addAsks(LocalDate end, List<Ask> asks) {
    if (active) {
      LocalDate day = firstOn;
      for (int k = 1; day.isBefore(end); k++) {
        if (!day.isBefore(setOn())) {
          asks.add(ask(day));
        }
        day = firstOn.plusMonths((long) k * everyMonths);
      }
    }
  }

  /** What this version, if it is the last one, asks for next after a day. */
  Optional<Ask> nextAfter(LocalDate day) {
    if (!active) {
      return Optional.empty();
    }
    LocalDate next = firstOn;
    for (int k = 1; !next.isAfter(day); k++) {
      next = firstOn.plusMonths((long) k * everyMonths);
    }
    return Optional.of(ask(next));
  }

  private Ask ask(LocalDate day) {
    return new Ask(
        version,
        sampleSize,
        new NewDrill.Due(day, day.plusDays(daysToFinish).atStartOfDay().toInstant(ZoneOffset.UTC)));
  }

  private LocalDate setOn() {
    return LocalDate.ofInstant(setAt, ZoneOffset.UTC);
  }
}
