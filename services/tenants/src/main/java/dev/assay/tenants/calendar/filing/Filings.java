package dev.assay.tenants.calendar.filing;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.assay.tenants.calendar.rule.RuleFile;
import dev.assay.tenants.calendar.rule.RuleSets;
import dev.assay.tenants.calendar.year.FiscalPeriod;
import dev.assay.tenants.calendar.year.FiscalYear;
import dev.assay.tenants.calendar.year.PeriodType;
import dev.assay.tenants.client.FilerStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When the reports on a fiscal year's periods are due (Forms 10-K and 10-Q, General Instruction A;
 * 17 CFR 240.0-3 and 240.13a-10).
 */
public final class Filings {

  private static final RuleSets<FilingRules> RULES =
      new RuleSets<>(RuleFile.read("periodic-reports", new TypeReference<>() {}));

  private Filings() {}

  /**
   * The report on this period.
   *
   * @param year the period's year
   * @param status the filer status in force for the period; null when nobody entered it
   * @return empty when the rules ask for no report on such a period
   */
  public static Optional<Filing> on(
      FiscalPeriod period, FiscalYear year, @Nullable FilerStatus status) {
    Optional<FilingRules> inForce = RULES.inForceOn(period.days().end());
    if (inForce.isEmpty()) {
      return Optional.of(new Filing.RulesUnknown());
    }
    FilingRules rules = inForce.get();
    return rules
        .reportOn(period)
        .map(report -> filing(rules, report, countedFrom(period, year), status));
  }

  /** A transition period's days begin when the change was determined, if that was later. */
  private static LocalDate countedFrom(FiscalPeriod period, FiscalYear year) {
    LocalDate end = period.days().end();
    LocalDate determined = year.determinedOn();
    return period.type() == PeriodType.TRANSITION && determined != null && determined.isAfter(end)
        ? determined
        : end;
  }

  private static Filing filing(
      FilingRules rules,
      FilingRules.Report report,
      LocalDate countedFrom,
      @Nullable FilerStatus status) {
    if (status == FilerStatus.NOT_A_FILER) {
      return new Filing.NotAFiler(rules.ruleSet());
    }
    if (report.note() != null) {
      return new Filing.CompanyDecides(report.form(), rules.ruleSet(), report.note());
    }
    if (status == null) {
      return new Filing.StatusUnknown(report.form(), rules.ruleSet());
    }
    Integer days = report.days().get(status);
    if (days == null) {
      throw new IllegalStateException("%s has no days for %s".formatted(rules.ruleSet(), status));
    }
    LocalDate unrolled = countedFrom.plusDays(days);
    List<ClosedDay> closed = BusinessDays.ofSec().closedFrom(unrolled);
    return new Filing.Due(
        report.form(),
        rules.ruleSet(),
        status,
        days,
        countedFrom,
        unrolled,
        unrolled.plusDays(closed.size()),
        rules.zone(),
        BusinessDays.ofSec().calendar(),
        closed);
  }
}
