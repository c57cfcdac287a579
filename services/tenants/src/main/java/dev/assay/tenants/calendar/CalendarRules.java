package dev.assay.tenants.calendar;

import dev.assay.tenants.calendar.year.CalendarSpan;
import dev.assay.tenants.calendar.year.FixedDay;
import dev.assay.tenants.client.ClientYearEnd;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.MonthDay;
import java.util.List;

@ApplicationScoped
class CalendarRules implements PanacheRepositoryBase<CalendarRule, Integer> {

  /**
   * The client's history. Until the first change is recorded, all of it is the year end with which
   * the client was onboarded.
   */
  CalendarHistory history(ClientYearEnd.Standing client) {
    List<CalendarEntry> entries =
        find("order by number").stream().map(CalendarRule::entry).toList();
    return new CalendarHistory(entries.isEmpty() ? List.of(initial(client)) : entries);
  }

  private static CalendarEntry initial(ClientYearEnd.Standing client) {
    var day = MonthDay.of(client.yearEnd().month(), client.yearEnd().day());
    return new CalendarEntry(
        0,
        CalendarEntry.Kind.INITIAL,
        CalendarSpan.always(new FixedDay(day)),
        null,
        null,
        client.createdAt());
  }

  /** Writes an entry behind the history that it follows; the first takes the beginning along. */
  void add(CalendarHistory history, CalendarEntry next) {
    if (history.version() == 0) {
      persist(new CalendarRule(history.entries().getFirst()));
    }
    persist(new CalendarRule(next));
    flush();
  }
}
