package dev.assay.tenants.filer.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.tenants.filer.rule.AcquisitionRules;
import dev.assay.tenants.filer.rule.FilerRuleSets;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcquisitionExclusionTest {

  private static final AcquisitionRules RULES =
      FilerRuleSets.published().all().getLast().rules().acquisition();

  @ParameterizedTest
  @CsvSource({
    "2024-02-29, 2025-03-01, 0, WITHIN_LIMITS",
    "2024-02-29, 2025-03-02, 0, OVER_ONE_YEAR",
    "2026-12-31, 2026-12-31, 0, WITHIN_LIMITS",
    "2027-01-01, 2026-12-31, 5, NOT_YET_ACQUIRED",
    "2020-01-01, 2026-12-31, 1, ALREADY_EXCLUDED_ONCE"
  })
  void anAcquiredBusinessIsLeftOutOnceAndForAYear(
      LocalDate acquired, LocalDate yearEnd, int before, AcquisitionExclusion.Reason is) {
    assertThat(AcquisitionExclusion.of(acquired, yearEnd, before, RULES).reason()).isEqualTo(is);
  }
}
