package dev.assay.evidence.series;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A series as it was begun, and its end if it has one.
 *
 * @param raisedBy subject of whoever began it
 */
record Series(
    UUID id,
    String controlId,
    String title,
    String asked,
    UUID assigneePersonId,
    Rhythm rhythm,
    LocalDate firstFrom,
    List<Period> periods,
    int dueAfterDays,
    int aheadDays,
    ZoneId zone,
    String raisedBy,
    UUID raisedByPersonId,
    Instant raisedAt,
    @Nullable End end) {

  /** From when on it asks no more, and why. */
  record End(LocalDate lastDay, String reason, String by, UUID byPersonId, Instant at) {}

  Series {
    periods = List.copyOf(periods);
  }

  Schedule schedule() {
    return new Schedule(
        rhythm, firstFrom, periods, dueAfterDays, aheadDays, end == null ? null : end.lastDay());
  }
}
