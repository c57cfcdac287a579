package dev.assay.tenants.calendar.year;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Days in a row, the first and the last included. */
public record Days(LocalDate start, LocalDate end) {

  public Days {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException("%s is before %s".formatted(end, start));
    }
  }

  /** How many days there are; at least one. */
  public int count() {
    return Math.toIntExact(ChronoUnit.DAYS.between(start, end)) + 1;
  }

  public boolean contain(LocalDate day) {
    return !day.isBefore(start) && !day.isAfter(end);
  }

  /** Whether they cover this many calendar months: 1 January to 30 June covers six. */
  public boolean coverMonths(int months) {
    return !end.isBefore(start.plusMonths(months).minusDays(1));
  }
}
