package dev.assay.evidence.period;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.evidence.period.FiscalYearsApi.Year;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosedYearTest {

  @ParameterizedTest
  @CsvSource({
    "2026-01-01, 2027-02-24, 2027-02-24, true",
    "2026-12-31, 2027-02-24, 2030-01-01, true",
    "2026-12-31, 2027-02-24, 2027-02-23, false",
    "2025-12-31, 2027-02-24, 2027-03-01, false",
    "2027-01-01, 2027-02-24, 2027-03-01, false",
    "2026-06-30, , 2027-03-01, false"
  })
  void isClosedForItsOwnDaysOnceItsAuditHasConcluded(
      LocalDate day, @Nullable LocalDate concluded, LocalDate today, boolean closed) {
    var year =
        new Year("2026", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), concluded, null);

    assertThat(year.isClosedFor(day, today)).isEqualTo(closed);
  }
}
