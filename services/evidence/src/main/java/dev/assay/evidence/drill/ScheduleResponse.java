package dev.assay.evidence.drill;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A version of the schedule as the API shows it. */
@Schema(name = "EvidenceDrillSchedule")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ScheduleResponse(
    @Schema(required = true, description = "0 until somebody sets one.") int version,
    @Schema(required = true) boolean active,
    @Nullable Integer everyMonths,
    @Nullable Integer sampleSize,
    @Nullable LocalDate firstOn,
    @Nullable Integer daysToFinish,
    @Nullable String reason,
    @Schema(description = "Subject of whoever set it.") @Nullable String setBy,
    @Nullable Instant setAt,
    @Schema(description = "When the next drill after today begins; not of former versions.")
        @Nullable LocalDate nextOn,
    @Schema(description = "When it must have ended.") @Nullable Instant nextDueAt) {

  static final String EXAMPLE =
      """
      {"version":1,"active":true,"everyMonths":3,"sampleSize":25,"firstOn":"2027-01-04","daysToFinish":5,"reason":"Quarterly, as agreed with the audit committee.","setBy":"00000000-0000-4000-8000-000000000003","setAt":"2026-11-23T10:15:29.001Z","nextOn":"2027-01-04","nextDueAt":"2027-01-09T00:00:00Z"}
      """;

  static final String FORMER =
      """
      {"version":1,"active":true,"everyMonths":3,"sampleSize":25,"firstOn":"2027-01-04","daysToFinish":5,"reason":"Quarterly, as agreed with the audit committee.","setBy":"00000000-0000-4000-8000-000000000003","setAt":"2026-11-23T10:15:29.001Z"}
      """;

  static final ScheduleResponse NONE =
      new ScheduleResponse(0, false, null, null, null, null, null, null, null, null, null);

  static ScheduleResponse former(Schedule schedule) {
    return of(schedule, null);
  }

  static ScheduleResponse current(Schedule schedule, Instant now) {
    return of(
        schedule,
        schedule
            .nextAfter(LocalDate.ofInstant(now, ZoneOffset.UTC))
            .map(Schedule.Ask::due)
            .orElse(null));
  }

  private static ScheduleResponse of(Schedule schedule, NewDrill.@Nullable Due next) {
    return new ScheduleResponse(
        schedule.version(),
        schedule.active(),
        schedule.everyMonths(),
        schedule.sampleSize(),
        schedule.firstOn(),
        schedule.daysToFinish(),
        schedule.reason(),
        schedule.setBy(),
        schedule.setAt(),
        next == null ? null : next.beginsOn(),
        next == null ? null : next.dueAt());
  }
}
