package dev.assay.tenants.calendar.filing;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A day that is not a business day of the SEC.
 *
 * @param name of the weekday, the holiday or the reason of the closure
 */
public record ClosedDay(LocalDate on, Kind kind, String name) {

  /** Why it is closed. */
  @Schema(name = "ClosedDayKind")
  public enum Kind {
    WEEKEND,
    FEDERAL_HOLIDAY,
    /** Closed by order, and treated by the SEC as a holiday. */
    CLOSURE
  }
}
