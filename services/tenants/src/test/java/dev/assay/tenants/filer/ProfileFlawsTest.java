package dev.assay.tenants.filer;

import static dev.assay.tenants.filer.rule.FloatStatus.ACCELERATED;
import static dev.assay.tenants.filer.rule.FloatStatus.NON_ACCELERATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.http.problem.FieldError;
import dev.assay.tenants.client.FiscalYearEnd;
import dev.assay.tenants.filer.rule.FloatStatus;
import dev.assay.tenants.filer.rule.Money;
import dev.assay.tenants.filer.status.Registration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileFlawsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final FilerYear YEAR = new FilerYear(2026, new FiscalYearEnd(12, 31));
  private static final Money AMOUNT = new Money(1, "USD");

  private static List<String> flaws(FilerProfileRequest profile, FilerYear year) {
    return ProfileFlaws.of("", profile, year, TODAY).stream().map(FieldError::pointer).toList();
  }

  private static FilerProfileRequest filer(
      @Nullable Money publicFloat,
      @Nullable LocalDate measured,
      @Nullable Integer reports,
      @Nullable FloatStatus previous,
      @Nullable LocalDate ipo) {
    return new FilerProfileRequest(
        Registration.REPORTING,
        publicFloat,
        measured,
        null,
        AMOUNT,
        null,
        36,
        reports,
        previous,
        false,
        ipo,
        null);
  }

  @Test
  void aWholeProfileIsTaken() {
    var day = LocalDate.of(2026, 6, 30);

    assertThat(flaws(filer(AMOUNT, day, 3, ACCELERATED, LocalDate.of(2022, 9, 15)), YEAR))
        .isEmpty();
    assertThat(flaws(filer(null, null, 0, NON_ACCELERATED, null), YEAR)).isEmpty();
    assertThat(flaws(filer(AMOUNT, day, 0, null, null), YEAR)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2025-12-31, /publicFloatMeasuredOn",
    "2026-01-01, ''",
    "2026-11-23, ''",
    "2026-11-24, /publicFloatMeasuredOn",
    "2026-06-27, /publicFloatMeasuredOn",
    "2026-06-28, /publicFloatMeasuredOn",
    "2026-06-29, ''"
  })
  void theFloatIsMeasuredOnABusinessDayOfTheYearThatHasCome(LocalDate day, String pointer) {
    assertThat(String.join(" ", flaws(filer(AMOUNT, day, 3, null, null), YEAR))).isEqualTo(pointer);
  }

  @Test
  void whatTellsTheStatusIsNeeded() {
    var empty =
        new FilerProfileRequest(
            Registration.REPORTING,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);

    assertThat(flaws(empty, YEAR))
        .containsExactly(
            "/revenue",
            "/monthsReporting",
            "/annualReportsFiledBefore",
            "/egcClaimed",
            "/publicFloat");
    assertThat(flaws(filer(AMOUNT, null, 3, null, null), YEAR))
        .containsExactly("/publicFloatMeasuredOn");
    assertThat(flaws(filer(null, LocalDate.of(2026, 6, 30), 0, null, null), YEAR))
        .containsExactly("/publicFloat");
  }

  @Test
  void whoIsNoFilerHasNothingOfAFiler() {
    var full =
        new FilerProfileRequest(
            Registration.NOT_A_FILER,
            AMOUNT,
            TODAY,
            AMOUNT,
            AMOUNT,
            AMOUNT,
            0,
            0,
            NON_ACCELERATED,
            false,
            TODAY,
            AMOUNT);

    assertThat(flaws(full, YEAR)).hasSize(11).allMatch(pointer -> pointer.startsWith("/"));
  }

  @Test
  void nobodyIsAcceleratedBeforeTheFirstReport() {
    assertThat(flaws(filer(null, null, 0, ACCELERATED, null), YEAR))
        .containsExactly("/previousStatus");
  }

  @ParameterizedTest
  @CsvSource({"2026-11-23, ''", "2026-11-24, /ipoDate", "2027-01-01, /ipoDate"})
  void anIpoHasTakenPlace(LocalDate ipo, String pointer) {
    assertThat(String.join(" ", flaws(filer(null, null, 0, null, ipo), YEAR))).isEqualTo(pointer);
  }

  @Test
  void aYearThatHasNotBegunHasNoProfile() {
    assertThat(flaws(filer(null, null, 0, null, null), new FilerYear(2027, YEAR.yearEnd())))
        .containsExactly("?fiscalYear");
  }

  @ParameterizedTest
  @CsvSource({
    "12, 31, 2026, 2026-01-01, 2026-12-31, 2026-06-30",
    "6, 30, 2026, 2025-07-01, 2026-06-30, 2025-12-31",
    "2, 29, 2028, 2027-03-01, 2028-02-29, 2027-08-31",
    "2, 29, 2026, 2025-03-01, 2026-02-28, 2025-08-29",
    "8, 31, 2026, 2025-09-01, 2026-08-31, 2026-02-27",
    "9, 28, 2026, 2025-09-29, 2026-09-28, 2026-03-27"
  })
  void aFiscalYearEndsInItsYearAndItsFloatIsOfTheSecondQuartersLastWeekday(
      int month, int day, int year, LocalDate start, LocalDate end, LocalDate floatDay) {
    var fiscal = new FilerYear(year, new FiscalYearEnd(month, day));

    assertThat(List.of(fiscal.start(), fiscal.end(), fiscal.floatDay()))
        .containsExactly(start, end, floatDay);
  }
}
