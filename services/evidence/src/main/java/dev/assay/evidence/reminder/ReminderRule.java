package dev.assay.evidence.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * On which days around a due day somebody is reminded.
 *
 * @param ruleSet what answers cite
 * @param offsetDays days from the due day; negative before it
 * @param localTime when on those days, at the client's place
 */
record ReminderRule(
    String ruleSet,
    LocalDate effectiveFrom,
    @Nullable LocalDate effectiveTo,
    List<Integer> offsetDays,
    LocalTime localTime,
    String source) {

  ReminderRule {
    offsetDays = List.copyOf(offsetDays);
  }

  /** A reminder: its day, and the moment it falls due. */
  record Moment(int offsetDays, Instant at) {}

  boolean inForceOn(LocalDate day) {
    return !day.isBefore(effectiveFrom) && (effectiveTo == null || !day.isAfter(effectiveTo));
  }

  /**
   * The one reminder that is due now: the last of those that fell due since the terms were set. Of
   * several that an outage held back, the others would only repeat it.
   */
  Optional<Moment> due(LocalDate dueOn, ZoneId zone, Instant since, Instant now) {
    return moments(dueOn, zone)
        .filter(moment -> moment.at().isAfter(since) && !moment.at().isAfter(now))
        .max(Comparator.comparing(Moment::at));
  }

  /** When the next one falls due; empty after the last. */
  Optional<Instant> next(LocalDate dueOn, ZoneId zone, Instant now) {
    return moments(dueOn, zone)
        .map(Moment::at)
        .filter(at -> at.isAfter(now))
        .min(Comparator.naturalOrder());
  }

  private Stream<Moment> moments(LocalDate dueOn, ZoneId zone) {
    return offsetDays.stream()
        .map(
            days ->
                new Moment(days, dueOn.plusDays(days).atTime(localTime).atZone(zone).toInstant()));
  }
}
