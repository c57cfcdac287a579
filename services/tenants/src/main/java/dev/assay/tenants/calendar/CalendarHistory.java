package dev.assay.tenants.calendar;

import dev.assay.tenants.calendar.year.CalendarSpan;
import dev.assay.tenants.calendar.year.Continuation;
import dev.assay.tenants.calendar.year.FiscalCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that was ever recorded of a client's year ends, oldest first. An entry takes the place of
 * what earlier ones say of its first day and later.
 */
record CalendarHistory(List<CalendarEntry> entries) {

  CalendarHistory {
    if (entries.isEmpty() || entries.getFirst().span().from() != null) {
      throw new IllegalArgumentException("a history begins with a rule that always held");
    }
    entries = List.copyOf(entries);
  }

  /** Rises by one with each entry. */
  int version() {
    return entries.getLast().number();
  }

  /** The entries that count, in the order of their first days. */
  List<CalendarEntry> inForce() {
    List<CalendarEntry> inForce = new ArrayList<>();
    for (CalendarEntry entry : entries) {
      inForce.removeIf(earlier -> !isBefore(earlier.span(), entry.span().from()));
      inForce.add(entry);
    }
    return inForce;
  }

  private static boolean isBefore(CalendarSpan earlier, @Nullable LocalDate from) {
    return from != null && earlier.begunBy(from.minusDays(1));
  }

  /** The calendar as it is now known. */
  FiscalCalendar calendar() {
    return calendar(inForce().stream().map(CalendarEntry::span).toList());
  }

  /** The calendar until the day before this one, as it is now known; at least its first rule. */
  FiscalCalendar calendarBefore(LocalDate from) {
    return calendar(
        inForce().stream().map(CalendarEntry::span).filter(s -> isBefore(s, from)).toList());
  }

  private static FiscalCalendar calendar(List<CalendarSpan> spans) {
    FiscalCalendar calendar = FiscalCalendar.of(spans.getFirst().rule());
    for (CalendarSpan span : spans.subList(1, spans.size())) {
      calendar =
          switch (calendar.followedBy(span)) {
            case Continuation.Continued(FiscalCalendar continued) -> continued;
            case Continuation.CutsYear cut -> throw new IllegalStateException(cut.toString());
            case Continuation.LabelTwice two -> throw new IllegalStateException(two.toString());
          };
    }
    return calendar;
  }
}
