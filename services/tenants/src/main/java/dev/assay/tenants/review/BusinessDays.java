package dev.assay.tenants.review;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts business days of the calendar {@code us-federal}: neither a weekend nor a federal holiday,
 * which is observed on Friday when it falls on a Saturday and on Monday when on a Sunday.
 */
final class BusinessDays {

  private record Holiday(
      String name,
      Month month,
      @Nullable Integer day,
      @Nullable DayOfWeek weekday,
      @Nullable Integer nth,
      int fromYear) {

    Stream<LocalDate> observedIn(int year) {
      if (year < fromYear) {
        return Stream.empty();
      }
      LocalDate first = LocalDate.of(year, month, 1);
      if (day == null) {
        return Stream.of(
            first.with(
                TemporalAdjusters.dayOfWeekInMonth(
                    Objects.requireNonNull(nth), Objects.requireNonNull(weekday))));
      }
      LocalDate fixed = first.withDayOfMonth(day);
      return Stream.of(
          switch (fixed.getDayOfWeek()) {
            case SATURDAY -> fixed.minusDays(1);
            case SUNDAY -> fixed.plusDays(1);
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> fixed;
          });
    }
  }

  private record File(String calendar, String source, List<Holiday> holidays) {}

  private static final List<Holiday> HOLIDAYS = read();

  private BusinessDays() {}

  static boolean isBusinessDay(LocalDate day) {
    // New Year's Day may be observed in the year before.
    return switch (day.getDayOfWeek()) {
      case SATURDAY, SUNDAY -> false;
      case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY ->
          HOLIDAYS.stream()
              .flatMap(
                  holiday ->
                      Stream.of(Year.from(day).getValue(), Year.from(day).getValue() + 1)
                          .flatMap(holiday::observedIn))
              .noneMatch(day::equals);
    };
  }

  /**
   * The n-th business day after this day.
   *
   * @param n 0 or more; 0 is the day itself, whatever it is
   */
  static LocalDate after(LocalDate day, int n) {
    LocalDate result = day;
    for (int counted = 0; counted < n; ) {
      result = result.plusDays(1);
      if (isBusinessDay(result)) {
        counted++;
      }
    }
    return result;
  }

  private static List<Holiday> read() {
    try (InputStream file =
        BusinessDays.class.getResourceAsStream("/rules/us-federal-holidays.json")) {
      return JsonMapper.builder()
          .build()
          .readValue(Objects.requireNonNull(file, "/rules/us-federal-holidays.json"), File.class)
          .holidays();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
