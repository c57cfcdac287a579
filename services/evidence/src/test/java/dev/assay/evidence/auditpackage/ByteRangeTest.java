package dev.assay.evidence.auditpackage;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0,0,0",
    "bytes=0-99,0,99",
    "bytes=0-100,0,99",
    "bytes=10-19,10,19",
    "bytes=99-,99,99",
    "bytes=-1,99,99",
    "bytes=-100,0,99",
    "bytes=-1000,0,99",
    "bytes=5-999999999999999999,5,99"
  })
  void givesTheBytesThatExist(String header, long first, long last) {
    assertThat(ByteRange.of(header, 100)).isEqualTo(new ByteRange.Part(first, last));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0", "bytes=999999999999999999-"})
  void knowsWhenNoneExists(String header) {
    assertThat(ByteRange.of(header, 100)).isEqualTo(new ByteRange.None());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes=-",
        "bytes=",
        "bytes=9-3",
        "bytes=0-1,3-4",
        "bytes=a-b",
        "bytes=0x1-2",
        "bytes=1-99999999999999999999",
        "items=0-1",
        ""
      })
  void ignoresWhatIsNoSingleRange(String header) {
    assertThat(ByteRange.of(header, 100)).isEqualTo(new ByteRange.Whole());
  }

  @Test
  void takesAbsenceForTheWhole() {
    @Nullable String none = null;
    assertThat(ByteRange.of(none, 1)).isEqualTo(new ByteRange.Whole());
  }
}
