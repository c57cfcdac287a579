package dev.assay.tenants.calendar;

import dev.assay.tenants.calendar.year.CalendarSpan;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A {@link CalendarEntry} of the client in whose scope we are; its number tells which. */
@Entity
@Immutable
@Table(name = "fiscal_calendar_rule")
class CalendarRule {

  @Id int number;

  @Enumerated(EnumType.STRING)
  CalendarEntry.Kind kind;

  @Nullable LocalDate effectiveFrom;
  @Nullable LocalDate determinedOn;

  @Enumerated(EnumType.STRING)
  YearEnd.Kind rule;

  short month;
  @Nullable Short day;

  @Enumerated(EnumType.STRING)
  @Nullable DayOfWeek weekday;

  @Nullable String reason;
  @Nullable String recordedBy;
  Instant recordedAt;

  /** For Hibernate, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  protected CalendarRule() {}

  CalendarRule(CalendarEntry entry) {
    YearEnd yearEnd = YearEnd.of(entry.span().rule());
    this.number = entry.number();
    this.kind = entry.kind();
    this.effectiveFrom = entry.span().from();
    this.determinedOn = entry.span().determinedOn();
    this.rule = yearEnd.kind();
    this.month = (short) yearEnd.month();
    this.day = yearEnd.day() == null ? null : yearEnd.day().shortValue();
    this.weekday = yearEnd.weekday();
    this.reason = entry.reason();
    this.recordedBy = entry.recordedBy();
    this.recordedAt = entry.recordedAt();
  }

  CalendarEntry entry() {
    var yearEnd = new YearEnd(rule, month, day == null ? null : day.intValue(), weekday);
    return new CalendarEntry(
        number,
        kind,
        new CalendarSpan(effectiveFrom, yearEnd.rule(), determinedOn),
        reason,
        recordedBy,
        recordedAt);
  }
}
