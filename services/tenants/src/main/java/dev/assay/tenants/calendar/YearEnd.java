package dev.assay.tenants.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.tenants.calendar.year.FixedDay;
import dev.assay.tenants.calendar.year.LastWeekday;
import dev.assay.tenants.calendar.year.NearestWeekday;
import dev.assay.tenants.calendar.year.YearEndRule;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.MonthDay;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A rule for year ends as people write it and as it is stored.
 *
 * @param day for a fixed day, and for the weekday nearest to a day; without it, nearest to the
 *     month's end
 * @param weekday for years of 52 or 53 weeks
 */
@RealYearEnd
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "YearEndRule",
    description =
        "FIXED_DAY needs a day and no weekday, LAST_WEEKDAY a weekday and no day, NEAREST_WEEKDAY a"
            + " weekday and, unless it is the month's end, a day. 29 February is the last day of"
            + " February.")
record YearEnd(
    @Schema(required = true) @NotNull Kind kind,
    @Schema(required = true, minimum = "1", maximum = "12", examples = "12") int month,
    @Schema(minimum = "1", maximum = "31", examples = "31") @Nullable Integer day,
    @Nullable DayOfWeek weekday) {

  /** How the day is found. */
  @Schema(name = "YearEndKind")
  enum Kind {
    FIXED_DAY,
    LAST_WEEKDAY,
    NEAREST_WEEKDAY
  }

  static YearEnd of(YearEndRule rule) {
    return switch (rule) {
      case FixedDay(MonthDay on) ->
          new YearEnd(Kind.FIXED_DAY, on.getMonthValue(), on.getDayOfMonth(), null);
      case LastWeekday(DayOfWeek weekday, Month month) ->
          new YearEnd(Kind.LAST_WEEKDAY, month.getValue(), null, weekday);
      case NearestWeekday(DayOfWeek weekday, MonthDay to) ->
          new YearEnd(Kind.NEAREST_WEEKDAY, to.getMonthValue(), to.getDayOfMonth(), weekday);
    };
  }

  /** Whether it says all that its kind needs, nothing else, and of a day that some year has. */
  boolean isReal() {
    return month >= 1
        && month <= 12
        && (day == null || (day >= 1 && day <= Month.of(month).maxLength()))
        && switch (kind) {
          case FIXED_DAY -> day != null && weekday == null;
          case LAST_WEEKDAY -> day == null && weekday != null;
          case NEAREST_WEEKDAY -> weekday != null;
        };
  }

  /** The rule, if {@link #isReal}. */
  YearEndRule rule() {
    return switch (kind) {
      case FIXED_DAY -> new FixedDay(MonthDay.of(month, Objects.requireNonNull(day)));
      case LAST_WEEKDAY -> new LastWeekday(Objects.requireNonNull(weekday), Month.of(month));
      case NEAREST_WEEKDAY ->
          day == null
              ? NearestWeekday.toEndOf(Month.of(month), Objects.requireNonNull(weekday))
              : new NearestWeekday(Objects.requireNonNull(weekday), MonthDay.of(month, day));
    };
  }
}
