package dev.assay.tenants.filer.status;

import static dev.assay.tenants.filer.rule.FloatStatus.ACCELERATED;
import static dev.assay.tenants.filer.rule.FloatStatus.LARGE_ACCELERATED;
import static dev.assay.tenants.filer.rule.FloatStatus.NON_ACCELERATED;
import static dev.assay.tenants.filer.status.FilerFactsBuilder.millions;
import static dev.assay.tenants.filer.status.FilerFactsBuilder.minor;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.tenants.client.FilerStatus;
import dev.assay.tenants.client.FiscalYearEnd;
import dev.assay.tenants.filer.rule.FilerRuleSet;
import dev.assay.tenants.filer.rule.FilerRuleSets;
import dev.assay.tenants.filer.rule.FilerRules;
import dev.assay.tenants.filer.rule.FloatClass;
import dev.assay.tenants.filer.rule.FloatStatus;
import dev.assay.tenants.filer.rule.Money;
import dev.assay.tenants.filer.rule.RevenueTest;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Boundaries are those of the rule set in force, so that the test moves with the law. */
class FilerStatusTest {

  static Stream<FilerRuleSet> ruleSets() {
    return FilerRuleSets.published().all().stream();
  }

  private static FilerRules rules() {
    return FilerRuleSets.published().all().getLast().rules();
  }

  private static FloatClass accelerated(FilerRules rules) {
    return requireNonNull(rules.accelerated());
  }

  private static RevenueTest revenueTest(FilerRules rules) {
    return requireNonNull(rules.revenueTest());
  }

  private final FilerFactsBuilder facts = new FilerFactsBuilder();

  private @Nullable FloatStatus statusAt(FilerRuleSet set, long publicFloat) {
    facts.publicFloat = minor(publicFloat);
    return FilerStatusAnswer.of(facts.build(), set).floatStatus();
  }

  private FilerStatusAnswer answer() {
    return FilerStatusAnswer.of(facts.build(), FilerRuleSets.published().all().getLast());
  }

  @ParameterizedTest
  @MethodSource("ruleSets")
  void entersAClassAtItsVeryThreshold(FilerRuleSet set) {
    long large = set.rules().largeAccelerated().entryFloat().amountMinor();
    long middle = accelerated(set.rules()).entryFloat().amountMinor();

    assertThat(statusAt(set, large)).isEqualTo(LARGE_ACCELERATED);
    assertThat(statusAt(set, large - 1)).isEqualTo(ACCELERATED);
    assertThat(statusAt(set, middle)).isEqualTo(ACCELERATED);
    assertThat(statusAt(set, middle - 1)).isEqualTo(NON_ACCELERATED);
  }

  @ParameterizedTest
  @MethodSource("ruleSets")
  void leavesAClassOneCentBelowItsExit(FilerRuleSet set) {
    long large = set.rules().largeAccelerated().exitFloat().amountMinor();
    long middle = accelerated(set.rules()).exitFloat().amountMinor();

    facts.previous = LARGE_ACCELERATED;
    assertThat(statusAt(set, large)).isEqualTo(LARGE_ACCELERATED);
    assertThat(statusAt(set, large - 1)).isEqualTo(ACCELERATED);
    assertThat(statusAt(set, middle)).isEqualTo(ACCELERATED);
    assertThat(statusAt(set, middle - 1)).isEqualTo(NON_ACCELERATED);
    facts.previous = ACCELERATED;
    assertThat(statusAt(set, large)).isEqualTo(ACCELERATED);
    assertThat(statusAt(set, middle)).isEqualTo(ACCELERATED);
    assertThat(statusAt(set, middle - 1)).isEqualTo(NON_ACCELERATED);
  }

  @ParameterizedTest
  @MethodSource("ruleSets")
  void lowRevenueMakesNonAcceleratedBelowItsThreshold(FilerRuleSet set) {
    RevenueTest test = revenueTest(set.rules());
    long publicFloat = test.floatBelow().amountMinor() - 1;

    facts.revenue = minor(test.revenueBelow().amountMinor() - 1);
    assertThat(statusAt(set, publicFloat)).isEqualTo(NON_ACCELERATED);
    assertThat(statusAt(set, publicFloat + 1)).isEqualTo(LARGE_ACCELERATED);
    facts.revenue = test.revenueBelow();
    assertThat(statusAt(set, publicFloat)).isEqualTo(ACCELERATED);
  }

  @ParameterizedTest
  @MethodSource("ruleSets")
  void whoWasAcceleratedNeedsLowerRevenueToPassAgain(FilerRuleSet set) {
    RevenueTest test = revenueTest(set.rules());
    long publicFloat = millions(300).amountMinor();
    long again = test.revenueBelowAfterAccelerated().amountMinor();

    facts.previous = ACCELERATED;
    for (Money notPassed : new Money[] {test.previousRevenueAtLeast(), null}) {
      facts.previousRevenue = notPassed;
      facts.revenue = minor(again - 1);
      assertThat(statusAt(set, publicFloat)).isEqualTo(NON_ACCELERATED);
      facts.revenue = minor(again);
      assertThat(statusAt(set, publicFloat)).isEqualTo(ACCELERATED);
    }
    facts.previousRevenue = minor(test.previousRevenueAtLeast().amountMinor() - 1);
    assertThat(statusAt(set, publicFloat)).isEqualTo(NON_ACCELERATED);
    facts.revenue = test.revenueBelow();
    assertThat(statusAt(set, publicFloat)).isEqualTo(ACCELERATED);
  }

  @ParameterizedTest
  @MethodSource("ruleSets")
  void whoWasLargeAcceleratedPassesOnRevenueBelowTheLowerFloatAlone(FilerRuleSet set) {
    RevenueTest test = revenueTest(set.rules());
    long below = test.floatBelowAfterLargeAccelerated().amountMinor();

    facts.previous = LARGE_ACCELERATED;
    facts.previousRevenue = millions(10);
    facts.revenue = millions(10);
    assertThat(statusAt(set, below - 1)).isEqualTo(NON_ACCELERATED);
    assertThat(statusAt(set, below)).isEqualTo(LARGE_ACCELERATED);
  }

  @ParameterizedTest
  @CsvSource({"12, 1, ACCELERATED", "11, 1, NON_ACCELERATED", "12, 0, NON_ACCELERATED"})
  void nobodyIsAcceleratedBeforeTwelveMonthsAndOneReport(int months, int reports, FloatStatus is) {
    facts.months = months;
    facts.reports = reports;

    assertThat(answer().floatStatus()).isEqualTo(is);
  }

  @Test
  void isNewlyPublicUntilTheFirstAnnualReportAndOwesNoManagementReport() {
    facts.reports = 0;
    facts.publicFloat = null;

    FilerStatusAnswer answer = answer();

    assertThat(answer.filerStatus()).isEqualTo(FilerStatus.NEWLY_PUBLIC);
    assertThat(answer.management404a()).isFalse();
    assertThat(answer.auditor404b()).isFalse();
    assertThat(answer.certification302()).isTrue();
    assertThat(answer.certification906()).isTrue();
  }

  @Test
  void whoIsNoFilerOwesNothing() {
    var none =
        new FilerFacts(
            Registration.NOT_A_FILER,
            facts.yearEnd,
            facts.recurring,
            null,
            null,
            null,
            null,
            null,
            0,
            0,
            null,
            false,
            null,
            null);

    FilerStatusAnswer answer =
        FilerStatusAnswer.of(none, FilerRuleSets.published().all().getLast());

    assertThat(answer.filerStatus()).isEqualTo(FilerStatus.NOT_A_FILER);
    assertThat(answer.floatStatus()).isNull();
    assertThat(
            List.of(
                answer.management404a(),
                answer.auditor404b(),
                answer.certification302(),
                answer.certification906()))
        .containsOnly(false);
    assertThat(answer.annualReportDueDays()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "12, 31, 2021-03-01, 2026-12-31, ENDED",
    "12, 31, 2021-03-01, 2025-12-31, IN_FORCE",
    "12, 31, 2021-12-31, 2026-12-31, IN_FORCE",
    "12, 31, 2021-12-31, 2027-12-31, ENDED",
    "2, 29, 2020-02-29, 2025-02-28, IN_FORCE",
    "2, 29, 2020-02-29, 2026-02-28, ENDED",
    "2, 29, 2019-03-01, 2024-02-29, IN_FORCE",
    "6, 30, 2021-09-15, 2027-06-30, ENDED"
  })
  void anEmergingGrowthClaimEndsOnTheYearEndAfterTheFifthAnniversary(
      int month, int day, LocalDate ipo, LocalDate yearEnd, EmergingGrowth.Status is) {
    facts.egc = true;
    facts.ipo = ipo;
    facts.recurring = new FiscalYearEnd(month, day);
    facts.yearEnd = yearEnd;

    assertThat(answer().emergingGrowth().status()).isEqualTo(is);
  }

  @Test
  void anEmergingGrowthClaimEndsAtTheRevenueAndAboveTheDebtOfTheRuleSet() {
    facts.egc = true;
    Money revenue = rules().emergingGrowth().revenueAtLeast();
    Money debt = rules().emergingGrowth().debtAbove();

    facts.revenue = minor(revenue.amountMinor() - 1);
    facts.debt = debt;
    assertThat(answer().emergingGrowth().status()).isEqualTo(EmergingGrowth.Status.IN_FORCE);
    facts.revenue = revenue;
    assertThat(answer().emergingGrowth().endedReasons())
        .containsExactly(EmergingGrowth.EndedBy.REVENUE);
    facts.debt = minor(debt.amountMinor() + 1);
    assertThat(answer().emergingGrowth().endedReasons())
        .containsExactly(EmergingGrowth.EndedBy.DEBT, EmergingGrowth.EndedBy.REVENUE);
  }

  @Test
  void whatEndedAnEmergingGrowthClaimLastYearEndedItForGood() {
    facts.egc = true;
    facts.previous = LARGE_ACCELERATED;
    facts.previousRevenue = rules().emergingGrowth().revenueAtLeast();

    FilerStatusAnswer answer = answer();

    assertThat(answer.floatStatus()).isEqualTo(ACCELERATED);
    assertThat(answer.emergingGrowth().endedReasons())
        .containsExactly(EmergingGrowth.EndedBy.LARGE_ACCELERATED, EmergingGrowth.EndedBy.REVENUE);
    assertThat(answer.auditor404b()).isTrue();
  }

  @Test
  void theRevenueThatEndsTheClaimIsThatOfTheYearsRuleSet() {
    facts.egc = true;
    facts.revenue = millions(1_100);
    FilerRuleSets sets = FilerRuleSets.published();

    assertThat(endedUnder(sets, LocalDate.of(2021, 12, 31))).isTrue();
    assertThat(endedUnder(sets, LocalDate.of(2022, 9, 19))).isTrue();
    assertThat(endedUnder(sets, LocalDate.of(2022, 9, 20))).isFalse();
  }

  private boolean endedUnder(FilerRuleSets sets, LocalDate yearEnd) {
    facts.yearEnd = yearEnd;
    return FilerStatusAnswer.of(facts.build(), sets.inForceOn(yearEnd).orElseThrow())
            .emergingGrowth()
            .status()
        == EmergingGrowth.Status.ENDED;
  }

  @Test
  void eachComparisonReadsAsASentence() {
    facts.previousRevenue = null;
    facts.previous = ACCELERATED;

    assertThat(answer().derivation())
        .extracting(RuleTest::explanation)
        .contains(
            "Months of reporting 36 is at least 12.",
            "Public float USD 300,000,000.00 is not at least USD 700,000,000.00.",
            "Status last year ACCELERATED is not one of LARGE_ACCELERATED.",
            "Revenue of the year before is not known, so it is not shown to be below"
                + " USD 100,000,000.00.");
  }

  @Test
  void noAuditorAttestsToAReportThatManagementDoesNotMake() {
    FilerRules today = rules();
    var later =
        new FilerRules(
            today.largeAccelerated(),
            today.accelerated(),
            today.revenueTest(),
            today.emergingGrowth(),
            2,
            today.auditorAttestation(),
            today.dueDays(),
            today.acquisition());
    var set = new FilerRuleSet("supposed", LocalDate.EPOCH, null, "None", later);

    facts.reports = 1;
    assertThat(FilerStatusAnswer.of(facts.build(), set).floatStatus()).isEqualTo(ACCELERATED);
    assertThat(FilerStatusAnswer.of(facts.build(), set).auditor404b()).isFalse();
    facts.reports = 2;
    assertThat(FilerStatusAnswer.of(facts.build(), set).auditor404b()).isTrue();
  }
}
