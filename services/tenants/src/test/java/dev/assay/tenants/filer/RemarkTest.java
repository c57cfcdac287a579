package dev.assay.tenants.filer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.tenants.client.FiscalYearEnd;
import dev.assay.tenants.filer.Remark.Code;
import dev.assay.tenants.filer.rule.FilerRuleSet;
import dev.assay.tenants.filer.rule.FilerRuleSets;
import dev.assay.tenants.filer.rule.FloatStatus;
import dev.assay.tenants.filer.rule.Money;
import dev.assay.tenants.filer.status.FilerFacts;
import dev.assay.tenants.filer.status.FilerStatusAnswer;
import dev.assay.tenants.filer.status.Registration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemarkTest {

  private static final FilerRuleSet RULES = FilerRuleSets.published().all().getLast();

  private static FilerStatusAnswer answer(
      int year, long revenue, @Nullable Long previousRevenue, @Nullable FloatStatus previous) {
    return answer(year, revenue, previousRevenue, previous, null);
  }

  private static FilerStatusAnswer answer(
      int year,
      long revenue,
      @Nullable Long previousRevenue,
      @Nullable FloatStatus previous,
      @Nullable LocalDate ipo) {
    return FilerStatusAnswer.of(
        new FilerFacts(
            Registration.REPORTING,
            LocalDate.of(year, 12, 31),
            new FiscalYearEnd(12, 31),
            new Money(30_000_000_000L, "USD"),
            LocalDate.of(year, 6, 30),
            null,
            new Money(revenue, "USD"),
            previousRevenue == null ? null : new Money(previousRevenue, "USD"),
            36,
            3,
            previous,
            ipo != null,
            ipo,
            null),
        RULES);
  }

  private static List<Code> remarks(
      FilerStatusAnswer answer, @Nullable FilerStatusAnswer before, LocalDate today) {
    var year = new FilerYear(answer.inputs().fiscalYearEnd().getYear(), new FiscalYearEnd(12, 31));
    return Remark.on(answer, year, RULES.rules().emergingGrowth(), before, today).stream()
        .map(Remark::code)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"2026-12-30, true", "2026-12-31, false", "2027-01-01, false"})
  void theStatusIsProvisionalUntilTheYearEnds(LocalDate today, boolean provisional) {
    List<Code> remarks = remarks(answer(2026, 40_000_000_000L, null, null), null, today);

    assertThat(remarks).isEqualTo(provisional ? List.of(Code.PROVISIONAL) : List.of());
  }

  @Test
  void whatAgreesWithTheYearBeforeIsNotRemarked() {
    FilerStatusAnswer before = answer(2025, 38_000_000_000L, null, null);
    LocalDate later = LocalDate.of(2027, 3, 1);

    assertThat(
            remarks(
                answer(2026, 40_000_000_000L, 38_000_000_000L, FloatStatus.ACCELERATED),
                before,
                later))
        .isEmpty();
    assertThat(
            remarks(
                answer(2026, 40_000_000_000L, 38_000_000_001L, FloatStatus.LARGE_ACCELERATED),
                before,
                later))
        .containsExactly(Code.YEAR_BEFORE_DIFFERS, Code.YEAR_BEFORE_DIFFERS);
  }

  @ParameterizedTest
  @CsvSource({"2021-12-30, false", "2021-12-31, true", "2022-01-01, false"})
  void anAnniversaryOnAYearEndIsForCounsel(LocalDate ipo, boolean counsel) {
    List<Code> remarks =
        remarks(answer(2025, 40_000_000_000L, null, null, ipo), null, LocalDate.of(2027, 3, 1));

    assertThat(remarks).isEqualTo(counsel ? List.of(Code.ASK_COUNSEL) : List.of());
  }
}
