package dev.assay.tenants.filer.status;

import static dev.assay.tenants.filer.rule.FloatStatus.ACCELERATED;
import static dev.assay.tenants.filer.rule.FloatStatus.LARGE_ACCELERATED;
import static dev.assay.tenants.filer.rule.FloatStatus.NON_ACCELERATED;

import dev.assay.tenants.filer.rule.FilerRules;
import dev.assay.tenants.filer.rule.FloatClass;
import dev.assay.tenants.filer.rule.FloatStatus;
import dev.assay.tenants.filer.rule.Money;
import dev.assay.tenants.filer.rule.RevenueTest;
import dev.assay.tenants.filer.status.RuleTest.Name;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The entry and exit tests of Rule 12b-2, and the revenue test that goes before both: last year's
 * status decides which of them applies.
 */
final class FloatStatusTests {

  private final FilerFacts facts;
  private final FilerRules rules;
  private final Derivation derivation;
  private final List<FloatStatus> lastYear;

  FloatStatusTests(FilerFacts facts, FilerRules rules, Derivation derivation) {
    this.facts = facts;
    this.rules = rules;
    this.derivation = derivation;
    this.lastYear = facts.previousStatus() == null ? List.of() : List.of(facts.previousStatus());
  }

  /** The class; every test that could matter is made, so that the derivation is whole. */
  FloatStatus status() {
    boolean large = isIn(rules.largeAccelerated(), ClassTests.LARGE);
    FloatClass accelerated = rules.accelerated();
    boolean middle = accelerated != null && isIn(accelerated, ClassTests.MIDDLE);
    RevenueTest revenueTest = rules.revenueTest();
    if (revenueTest != null && passes(revenueTest)) {
      return NON_ACCELERATED;
    }
    if (large) {
      return LARGE_ACCELERATED;
    }
    return middle ? ACCELERATED : NON_ACCELERATED;
  }

  private boolean isIn(FloatClass limits, ClassTests names) {
    boolean months =
        derivation.atLeast(names.months, facts.monthsReporting(), limits.seasoningMonths());
    boolean reports =
        derivation.atLeast(
            names.reports, facts.annualReportsFiledBefore(), limits.seasoningAnnualReports());
    boolean enters = derivation.atLeast(names.entry, facts.publicFloat(), limits.entryFloat());
    if (limits.entryYears() > 1) {
      boolean yearBefore =
          derivation.atLeast(names.entryBefore, facts.previousPublicFloat(), limits.entryFloat());
      enters = enters && yearBefore;
    }
    boolean stays =
        derivation.oneOf(names.exitApplies, lastYear, names.leftFrom) && !leaves(limits, names);
    return months && reports && (enters || stays);
  }

  private boolean leaves(FloatClass limits, ClassTests names) {
    boolean leaves = derivation.below(names.exit, facts.publicFloat(), limits.exitFloat());
    if (limits.exitYears() > 1) {
      boolean yearBefore =
          derivation.below(names.exitBefore, facts.previousPublicFloat(), limits.exitFloat());
      leaves = leaves && yearBefore;
    }
    return leaves;
  }

  /** Lower limits hold for who was in one of the upper classes last year. */
  private boolean passes(RevenueTest test) {
    Money revenueLimit = test.revenueBelow();
    Money floatLimit = test.floatBelow();
    if (derivation.oneOf(
        Name.REVENUE_TEST_REENTRY_APPLIES, lastYear, List.of(LARGE_ACCELERATED, ACCELERATED))) {
      if (!hadPassedOnRevenue(test, facts.previousRevenue())) {
        revenueLimit = test.revenueBelowAfterAccelerated();
      }
      if (lastYear.contains(LARGE_ACCELERATED)) {
        floatLimit = test.floatBelowAfterLargeAccelerated();
      }
    }
    boolean revenue = derivation.below(Name.REVENUE_TEST_REVENUE, facts.revenue(), revenueLimit);
    boolean publicFloat =
        derivation.below(Name.REVENUE_TEST_FLOAT, facts.publicFloat(), floatLimit);
    return revenue && publicFloat;
  }

  private boolean hadPassedOnRevenue(RevenueTest test, @Nullable Money previousRevenue) {
    return derivation.below(
        Name.REVENUE_TEST_PREVIOUS_REVENUE, previousRevenue, test.previousRevenueAtLeast());
  }

  /** The names of the tests of one class, and out of which statuses its exit test leads. */
  private record ClassTests(
      Name months,
      Name reports,
      Name entry,
      Name entryBefore,
      Name exitApplies,
      Name exit,
      Name exitBefore,
      List<FloatStatus> leftFrom) {

    static final ClassTests LARGE =
        new ClassTests(
            Name.LARGE_ACCELERATED_MONTHS,
            Name.LARGE_ACCELERATED_ANNUAL_REPORTS,
            Name.LARGE_ACCELERATED_ENTRY_FLOAT,
            Name.LARGE_ACCELERATED_ENTRY_FLOAT_YEAR_BEFORE,
            Name.LARGE_ACCELERATED_EXIT_APPLIES,
            Name.LARGE_ACCELERATED_EXIT_FLOAT,
            Name.LARGE_ACCELERATED_EXIT_FLOAT_YEAR_BEFORE,
            List.of(LARGE_ACCELERATED));

    /** A former large accelerated filer stays accelerated by the same exit test. */
    static final ClassTests MIDDLE =
        new ClassTests(
            Name.ACCELERATED_MONTHS,
            Name.ACCELERATED_ANNUAL_REPORTS,
            Name.ACCELERATED_ENTRY_FLOAT,
            Name.ACCELERATED_ENTRY_FLOAT_YEAR_BEFORE,
            Name.ACCELERATED_EXIT_APPLIES,
            Name.ACCELERATED_EXIT_FLOAT,
            Name.ACCELERATED_EXIT_FLOAT_YEAR_BEFORE,
            List.of(LARGE_ACCELERATED, ACCELERATED));
  }
}
