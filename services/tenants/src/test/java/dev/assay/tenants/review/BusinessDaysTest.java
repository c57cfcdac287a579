package dev.assay.tenants.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessDaysTest {

  /** Federal holidays as the Office of Personnel Management lists them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-01", "2026-01-19", "2026-02-16", "2026-05-25", "2026-06-19", "2026-07-03",
        "2026-09-07", "2026-10-12", "2026-11-11", "2026-11-26", "2026-12-25", "2021-06-18",
        "2021-12-31", "2022-12-26", "2023-01-02", "2027-12-24", "2028-02-21"
      })
  void holidaysAsTheyAreObservedAreNone(LocalDate day) {
    assertThat(BusinessDays.isBusinessDay(day)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2020-06-19",
        "2026-11-27",
        "2026-12-24",
        "2026-07-06",
        "2022-01-03",
        "2025-12-26"
      })
  void otherWeekdaysAre(LocalDate day) {
    assertThat(BusinessDays.isBusinessDay(day)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23, 10, 2026-12-08",
    "2026-11-23, 0, 2026-11-23",
    "2026-11-28, 0, 2026-11-28",
    "2026-11-28, 1, 2026-11-30",
    "2026-12-24, 1, 2026-12-28",
    "2021-12-30, 1, 2022-01-03"
  })
  void countsFromTheDayAfter(LocalDate from, int n, LocalDate result) {
    assertThat(BusinessDays.after(from, n)).isEqualTo(result);
  }
}
