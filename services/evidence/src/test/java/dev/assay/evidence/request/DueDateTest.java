package dev.assay.evidence.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DueDateTest {

  /**
   * Midnight itself is missing in Beirut on the day the clocks go forward: that day begins at 1.
   */
  @ParameterizedTest
  @CsvSource({
    "2026-11-23, America/New_York, 2026-11-24T05:00:00Z",
    "2026-03-07, America/New_York, 2026-03-08T05:00:00Z",
    "2026-03-08, America/New_York, 2026-03-09T04:00:00Z",
    "2026-11-01, America/New_York, 2026-11-02T05:00:00Z",
    "2026-12-31, Pacific/Kiritimati, 2026-12-31T10:00:00Z",
    "2026-03-28, Asia/Beirut, 2026-03-28T22:00:00Z",
    "2026-02-28, UTC, 2026-03-01T00:00:00Z"
  })
  void endsAtTheMidnightOfItsPlace(LocalDate on, ZoneId zone, Instant until) {
    assertThat(new DueDate(on, zone).until()).isEqualTo(until);
  }

  @Test
  void isLateFromTheFirstInstantAfterTheDay() {
    Instant until = Instant.parse("2026-11-24T05:00:00Z");

    assertThat(DueDate.isOverdue(RequestState.OPEN, until, until.minusMillis(1))).isFalse();
    assertThat(DueDate.isOverdue(RequestState.OPEN, until, until)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(RequestState.class)
  void isLateOnlyWhileItAwaitsItsAssignee(RequestState state) {
    Instant until = Instant.parse("2026-11-24T05:00:00Z");

    assertThat(DueDate.isOverdue(state, until, until.plusSeconds(9)))
        .isEqualTo(state == RequestState.OPEN || state == RequestState.RETURNED);
  }
}
