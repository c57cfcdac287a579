package dev.assay.evidence.drill;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which drills were missed follows from the schedule, the drills and the clock: so nobody who is
 * dead has to write it down. A drill that ended too late stays missed.
 */
final class Missed {

  private Missed() {}

  /**
   * A scheduled drill that was begun.
   *
   * @param endedAt null while it runs
   */
  record Begun(UUID drill, NewDrill.Due due, @Nullable Instant endedAt) {}

  /** What was missed by now, the oldest first. */
  static List<Signal> of(List<Schedule> history, Collection<Begun> begun, Instant now) {
    Map<LocalDate, Signal> missed = new TreeMap<>();
    for (Schedule.Ask ask : Schedule.asks(history, LocalDate.ofInstant(now, ZoneOffset.UTC))) {
      if (!ask.due().dueAt().isAfter(now)) {
        missed.put(ask.due().beginsOn(), Signal.missed(ask.due(), null));
      }
    }
    for (Begun drill : begun) {
      // The drill's own row says when it was due, whatever the schedule said later.
      missed.remove(drill.due().beginsOn());
      Instant dueAt = drill.due().dueAt();
      if (!dueAt.isAfter(now) && (drill.endedAt() == null || !drill.endedAt().isBefore(dueAt))) {
        missed.put(drill.due().beginsOn(), Signal.missed(drill.due(), drill.drill()));
      }
    }
    return missed.values().stream().sorted(java.util.Comparator.comparing(Signal::place)).toList();
  }
}
