package dev.assay.tenants.calendar.filing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.assay.tenants.calendar.rule.RuleFile;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The SEC's business days: neither weekends, nor federal holidays as they are observed, nor days on
 * which it was closed by order.
 */
public final class BusinessDays {

  private record Holidays(String calendar, String source, List<FederalHoliday> holidays) {}

  @JsonIgnoreProperties(ignoreUnknown = true) // Notes and sources are for people.
  private record Closures(String version, List<Closure> closures) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Closure(LocalDate date, String reason) {}

  private static final BusinessDays SEC =
      new BusinessDays(
          RuleFile.read("us-federal-holidays", new TypeReference<>() {}),
          RuleFile.read("calendar-closures", new TypeReference<>() {}));

  private final String calendar;
  private final List<FederalHoliday> holidays;
  private final Map<LocalDate, ClosedDay> closures;

  private BusinessDays(Holidays holidays, Closures closures) {
    this.calendar = "%s, closures %s".formatted(holidays.calendar(), closures.version());
    this.holidays = List.copyOf(holidays.holidays());
    this.closures =
        closures.closures().stream()
            .map(closure -> new ClosedDay(closure.date(), ClosedDay.Kind.CLOSURE, closure.reason()))
            .collect(Collectors.toUnmodifiableMap(ClosedDay::on, Function.identity()));
  }

  /** Those that come with the service. */
  public static BusinessDays ofSec() {
    return SEC;
  }

  /** The name that answers cite. */
  public String calendar() {
    return calendar;
  }

  /** Why this day is not a business day; empty when it is one. */
  public Optional<ClosedDay> closed(LocalDate day) {
    return switch (day.getDayOfWeek()) {
      case SATURDAY, SUNDAY ->
          Optional.of(
              new ClosedDay(
                  day,
                  ClosedDay.Kind.WEEKEND,
                  day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)));
      case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY ->
          holiday(day).or(() -> Optional.ofNullable(closures.get(day)));
    };
  }

  private Optional<ClosedDay> holiday(LocalDate day) {
    return Stream.of(day.getYear(), day.getYear() + 1)
        .flatMap(year -> holidays.stream().filter(h -> keptOn(h, year, day)))
        .map(holiday -> new ClosedDay(day, ClosedDay.Kind.FEDERAL_HOLIDAY, holiday.name()))
        .findFirst();
  }

  private static boolean keptOn(FederalHoliday holiday, int year, LocalDate day) {
    return holiday.observedFor(year).filter(day::equals).isPresent();
  }

  /** The closed days from this day to the next business day, in order; none when it is one. */
  public List<ClosedDay> closedFrom(LocalDate day) {
    return Stream.iterate(closed(day), Optional::isPresent, c -> closed(dayAfter(c)))
        .map(Optional::orElseThrow)
        .toList();
  }

  private static LocalDate dayAfter(Optional<ClosedDay> closed) {
    return closed.orElseThrow().on().plusDays(1);
  }
}
