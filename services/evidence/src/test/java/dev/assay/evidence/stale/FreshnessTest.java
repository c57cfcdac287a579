package dev.assay.evidence.stale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.evidence.stale.Freshness.State;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshnessTest {

  private static final UUID ID = UUID.randomUUID();
  private static final StalenessRule RULE =
      new StalenessRule("test-1", LocalDate.parse("2026-01-01"), null, 7, 30, "test");

  @ParameterizedTest
  @CsvSource({
    "2026-06-30, 2026-07-30, CURRENT",
    "2026-06-30, 2026-07-31, STALE",
    "2026-12-31, 2026-11-23, CURRENT"
  })
  void ofAControlIsStaleOnceTheDaysAfterItsPeriodHavePassed(
      LocalDate coveredTo, LocalDate today, State state) {
    Freshness freshness = Freshness.ofControl("AM-04", ID, coveredTo, RULE, today);

    assertThat(freshness.state()).isEqualTo(state);
    assertThat(freshness.staleFrom())
        .isEqualTo(coveredTo.plusDays(RULE.graceDaysWithoutSeries()).plusDays(1));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-09-30, 2027-01-22, CURRENT",
    "2026-09-30, 2027-01-23, STALE",
    ", 2027-01-22, NOTHING_YET",
    ", 2027-01-23, STALE"
  })
  void ofASeriesIsStaleOnceItsNextPeriodIsLate(LocalDate coveredTo, LocalDate today, State state) {
    LocalDate nextDueOn = LocalDate.parse("2027-01-15");

    Freshness freshness = Freshness.ofSeries("AM-04", ID, ID, coveredTo, nextDueOn, RULE, today);

    assertThat(freshness.state()).isEqualTo(state);
    assertThat(freshness.staleFrom()).isEqualTo("2027-01-23");
  }

  @Test
  void ofASeriesThatHasBroughtAllNeverGoesStale() {
    LocalDate coveredTo = LocalDate.parse("2020-12-31");

    assertThat(
            Freshness.ofSeries("AM-04", ID, ID, coveredTo, null, RULE, coveredTo.plusYears(9))
                .state())
        .isEqualTo(State.CURRENT);
  }
}
