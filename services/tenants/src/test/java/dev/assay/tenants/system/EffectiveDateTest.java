package dev.assay.tenants.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffectiveDateTest {

  @ParameterizedTest
  @CsvSource({
    "2026-01-01, PROPOSED, 2026-01-01",
    "2026-01-01, REJECTED, 2026-01-01",
    "2026-12-01, PROPOSED, 2026-12-01",
    "2026-01-01, APPROVED, 2026-11-23",
    "2026-01-01, RETIRED, 2026-11-23",
    "2026-11-23, APPROVED, 2026-11-23",
    "2026-12-01, APPROVED, 2026-12-01",
    "2026-12-01, RETIRED, 2026-12-01"
  })
  void whatWasNotApprovedKeepsItsDateAndTheRestFollows(
      LocalDate before, SystemState state, LocalDate expected) {
    assertThat(EffectiveDate.unlessGiven(before, state, LocalDate.of(2026, 11, 23)))
        .isEqualTo(expected);
  }

  @Test
  void datesOutsideOfTheActAndOfReasonAreNotPossible() {
    assertThat(EffectiveDate.possible(LocalDate.of(2002, 1, 1))).isTrue();
    assertThat(EffectiveDate.possible(LocalDate.of(2001, 12, 31))).isFalse();
    assertThat(EffectiveDate.possible(LocalDate.of(2100, 12, 31))).isTrue();
    assertThat(EffectiveDate.possible(LocalDate.of(2101, 1, 1))).isFalse();
  }
}
