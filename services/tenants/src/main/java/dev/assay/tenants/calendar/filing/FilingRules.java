package dev.assay.tenants.calendar.filing;

import dev.assay.tenants.calendar.rule.Dated;
import dev.assay.tenants.calendar.year.FiscalPeriod;
import dev.assay.tenants.calendar.year.PeriodType;
import dev.assay.tenants.client.FilerStatus;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which periods need which report, and how many days after their end.
 *
 * @param zone where the days are counted
 */
record FilingRules(
    String ruleSet,
    LocalDate effectiveFrom,
    @Nullable LocalDate effectiveTo,
    String source,
    ZoneId zone,
    List<Report> reports)
    implements Dated {

  FilingRules {
    reports = List.copyOf(reports);
  }

  /**
   * A report.
   *
   * @param ordinals which periods of the type in a year need it
   * @param fromMonths only for periods of at least so many months
   * @param belowMonths only for periods of fewer months
   * @param days by filer status; none where the company decides
   * @param note what is left to decide
   */
  record Report(
      String form,
      PeriodType period,
      Set<Integer> ordinals,
      @Nullable Integer fromMonths,
      @Nullable Integer belowMonths,
      Map<FilerStatus, Integer> days,
      @Nullable String note) {

    Report {
      ordinals = Set.copyOf(ordinals);
      days = Map.copyOf(days);
      if (days.isEmpty() == (note == null)) {
        throw new IllegalArgumentException(form + " needs either days or a note");
      }
    }

    boolean isFor(FiscalPeriod of) {
      return period == of.type()
          && ordinals.contains(of.ordinal())
          && (fromMonths == null || of.days().coverMonths(fromMonths))
          && (belowMonths == null || !of.days().coverMonths(belowMonths));
    }
  }

  Optional<Report> reportOn(FiscalPeriod period) {
    return reports.stream().filter(report -> report.isFor(period)).findFirst();
  }
}
