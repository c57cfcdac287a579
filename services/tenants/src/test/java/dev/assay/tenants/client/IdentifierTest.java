package dev.assay.tenants.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.tenants.client.Identifier.Kind;
import java.math.BigInteger;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifierTest {

  /** The LEIs are public examples of GLEIF's own register. */
  @ParameterizedTest
  @CsvSource({
    "CIK,   0000000001",
    "CIK,   0001234567",
    "EIN,   12-3456789",
    "LEI,   506700GE1G29325QX363",
    "LEI,   5493001KJTIIGC8Y1R12",
    "DUNS,  123456789",
    "OTHER, GB/00000001"
  })
  void takesTheFormOfItsRegister(Kind kind, String value) {
    assertThat(new Identifier(kind, null, value).fault()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "CIK,   1234567",
    "CIK,   00012345678",
    "CIK,   000123456A",
    "EIN,   123456789",
    "EIN,   12-345678",
    "EIN,   1-23456789",
    "LEI,   5493001KJTIIGC8Y1R13",
    "LEI,   5493001KJTIIGC8Y1R21",
    "LEI,   5493001kjtiigc8y1r12",
    "LEI,   5493001KJTIIGC8Y1R1",
    "LEI,   5493001KJTIIGC8Y1RAB",
    "DUNS,  12-345-6789",
    "DUNS,  12345678",
    "OTHER, two words"
  })
  void refusesAnyOther(Kind kind, String value) {
    assertThat(new Identifier(kind, null, value).fault()).isPresent();
  }

  @Test
  void refusesDigitsThatAreNotAscii() {
    assertThat(new Identifier(Kind.DUNS, null, "12345678\u0669").fault()).isPresent();
    assertThat(new Identifier(Kind.OTHER, null, "").fault()).isPresent();
    assertThat(new Identifier(Kind.OTHER, null, "x".repeat(65)).fault()).isPresent();
  }

  @Test
  void onlyAnOtherNamesItsRegister() {
    assertThat(new Identifier(Kind.OTHER, "UK-COH", "1").schemeFits()).isTrue();
    assertThat(new Identifier(Kind.OTHER, null, "1").schemeFits()).isFalse();
    assertThat(new Identifier(Kind.CIK, "SEC", "0000000001").schemeFits()).isFalse();
    assertThat(new Identifier(Kind.CIK, null, "0000000001").schemeFits()).isTrue();
  }

  /** Check digits worked out another way: the whole number at once, by ISO 7064's own formula. */
  @RepeatedTest(200)
  void agreesWithAReckoningOnTheWholeNumber(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    String stem =
        random
            .ints(18, 0, 36)
            .mapToObj(digit -> Integer.toString(digit, 36).toUpperCase(java.util.Locale.ROOT))
            .collect(Collectors.joining());
    int check = 98 - number(stem + "00").mod(BigInteger.valueOf(97)).intValue();

    for (int tried = 2; tried <= 98; tried++) {
      String lei = stem + "%02d".formatted(tried);
      assertThat(new Identifier(Kind.LEI, null, lei).fault().isEmpty())
          .as(lei)
          .isEqualTo(tried == check);
    }
  }

  private static BigInteger number(String text) {
    return new BigInteger(
        text.chars()
            .mapToObj(letter -> Integer.toString(Character.digit(letter, 36)))
            .collect(Collectors.joining()));
  }
}
