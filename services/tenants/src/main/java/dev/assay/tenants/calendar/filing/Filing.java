package dev.assay.tenants.calendar.filing;

import dev.assay.tenants.client.FilerStatus;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** What is known about the report on a period. */
public sealed interface Filing {

  /**
   * It is due.
   *
   * @param days after {@code countedFrom}
   * @param unrolledOn the last of those days
   * @param dueOn the same, or the next business day when that one is closed
   * @param zone where the days are counted
   * @param closed the closed days in between, with their reasons
   * @param calendar which business days were used
   */
  record Due(
      String form,
      String ruleSet,
      FilerStatus filerStatus,
      int days,
      LocalDate countedFrom,
      LocalDate unrolledOn,
      LocalDate dueOn,
      ZoneId zone,
      String calendar,
      List<ClosedDay> closed)
      implements Filing {

    public Due {
      closed = List.copyOf(closed);
    }
  }

  /** It depends on the filer status, which nobody entered yet. */
  record StatusUnknown(String form, String ruleSet) implements Filing {}

  /** The client files no periodic reports with the SEC. */
  record NotAFiler(String ruleSet) implements Filing {}

  /** The rules leave it to the company. */
  record CompanyDecides(String form, String ruleSet, String note) implements Filing {}

  /** The period ended before the first rule set that is known here, so no date is given. */
  record RulesUnknown() implements Filing {}
}
