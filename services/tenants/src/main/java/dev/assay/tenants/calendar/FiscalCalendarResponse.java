package dev.assay.tenants.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.tenants.calendar.year.FiscalYear;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** When a client's fiscal years end, and all that was ever recorded of it. */
@Schema(name = "FiscalCalendar")
public record FiscalCalendarResponse(
    @Schema(required = true, description = "Where the calendar's days are meant.") String timeZone,
    @Schema(required = true, description = "The year that has today.") FiscalYearResponse current,
    @Schema(required = true, description = "In the order in which they were recorded.")
        List<Entry> entries) {

  static final String EXAMPLE =
      """
      {"timeZone":"America/New_York",
       "current":{"label":"2026","kind":"FULL","start":"2026-01-01","end":"2026-12-31","days":365,
         "rule":{"kind":"FIXED_DAY","month":12,"day":31}},
       "entries":[
         {"number":0,"kind":"INITIAL","rule":{"kind":"FIXED_DAY","month":12,"day":31},
          "inForce":true,"recordedAt":"2026-11-23T10:00:00Z"},
         {"number":1,"kind":"CHANGE","rule":{"kind":"FIXED_DAY","month":6,"day":30},
          "effectiveFrom":"2027-01-01","determinedOn":"2026-11-20","inForce":true,
          "reason":"Same year end as the new parent company.",
          "recordedBy":"00000000-0000-4000-8000-000000000009",
          "recordedAt":"2026-11-24T10:00:00Z"}]}
      """;

  /**
   * One entry.
   *
   * @param inForce false once a later entry took its place
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "FiscalCalendarEntry")
  record Entry(
      @Schema(required = true) int number,
      @Schema(required = true) CalendarEntry.Kind kind,
      @Schema(required = true) YearEnd rule,
      @Schema(description = "Absent for a rule that held from the start.")
          @Nullable LocalDate effectiveFrom,
      @Nullable LocalDate determinedOn,
      @Schema(required = true, description = "False once a later entry took its place.")
          boolean inForce,
      @Nullable String reason,
      @Nullable String recordedBy,
      @Schema(required = true) Instant recordedAt) {

    static Entry of(CalendarEntry entry, boolean inForce) {
      return new Entry(
          entry.number(),
          entry.kind(),
          YearEnd.of(entry.span().rule()),
          entry.span().from(),
          entry.span().determinedOn(),
          inForce,
          entry.reason(),
          entry.recordedBy(),
          entry.recordedAt());
    }
  }

  static FiscalCalendarResponse of(ZoneId zone, CalendarHistory history, FiscalYear current) {
    List<CalendarEntry> inForce = history.inForce();
    return new FiscalCalendarResponse(
        zone.getId(),
        FiscalYearResponse.of(current, null),
        history.entries().stream().map(e -> Entry.of(e, inForce.contains(e))).toList());
  }
}
