package dev.assay.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

  /** RFC 6238, appendix B, cut to six digits. */
  @ParameterizedTest
  @CsvSource({"59,287082", "1111111109,081804", "1234567890,005924", "2000000000,279037"})
  void givesTheDigitsOfTheStandard(long second, String digits) {
    assertThat(new Totp("12345678901234567890").at(Instant.ofEpochSecond(second)))
        .isEqualTo(digits);
  }
}
