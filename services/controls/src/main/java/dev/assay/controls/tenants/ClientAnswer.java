package dev.assay.controls.tenants;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.MonthDay;
import java.time.ZoneId;

/** A client as {@code tenants} answers it: only the fields we read. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ClientAnswer(YearEnd fiscalYearEnd, String timeZone) {

  @JsonIgnoreProperties(ignoreUnknown = true)
  record YearEnd(int month, int day) {}

  FiscalCalendar calendar() {
    return new FiscalCalendar(
        MonthDay.of(fiscalYearEnd.month(), fiscalYearEnd.day()), ZoneId.of(timeZone));
  }
}
