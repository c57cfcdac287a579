package dev.assay.evidence.request;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The last day on which an answer is in time, as days are at the client's place.
 *
 * @param on the day
 * @param zone whose midnight ends it
 */
public record DueDate(LocalDate on, ZoneId zone) {

  /** The instant at which the day is over: the first that is late. Days of 23 or 25 hours too. */
  public Instant until() {
    return on.plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** Whether a request in this state is overdue: it awaits its assignee, and the day is over. */
  public static boolean isOverdue(RequestState state, Instant until, Instant now) {
    return state.awaitsAssignee() && !now.isBefore(until);
  }
}
