package dev.assay.tenants.calendar;

import dev.assay.tenants.calendar.year.CalendarSpan;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What somebody recorded of a client's year ends.
 *
 * @param number 0 for the year end with which the client was onboarded, then one more each time
 * @param reason null for the onboarding, as is who recorded it
 */
record CalendarEntry(
    int number,
    Kind kind,
    CalendarSpan span,
    @Nullable String reason,
    @Nullable String recordedBy,
    Instant recordedAt) {

  /** Why there is an entry. */
  @Schema(name = "FiscalCalendarEntryKind")
  enum Kind {
    /** The client came with it. */
    INITIAL,
    /** The company changed its year end. */
    CHANGE,
    /** What was recorded was wrong. */
    CORRECTION
  }
}
