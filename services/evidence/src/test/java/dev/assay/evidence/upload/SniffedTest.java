package dev.assay.evidence.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SniffedTest {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @ParameterizedTest
  @CsvSource({
    "application/pdf, 255044462d312e37",
    "image/png, 89504e470d0a1a0a0000",
    "image/jpeg, ffd8ffe000104a46",
    "application/zip, 504b030414000000",
    XLSX + ", 504b030414000000",
    "application/gzip, 1f8b0800",
    "text/csv, 612c620a",
    "text/csv, fffe61002c00",
    "application/json, 7b7d",
    "text/plain, 4d",
    "text/csv, 4d5a2c310a",
    "application/octet-stream, 4d5a9000",
    "application/octet-stream, 00000000",
    "application/x-unheard-of, 4d5a9000"
  })
  void believesWhatTheBytesDoNotContradict(String said, String head) {
    byte[] bytes = HexFormat.of().parseHex(head);

    assertThat(Sniffed.contradiction(said, bytes, bytes.length)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "application/pdf, 504b030414000000",
    "application/pdf, 3c68746d6c3e",
    "application/pdf, 2550",
    "image/png, ffd8ffe000104a46",
    "image/jpeg, 89504e470d0a1a0a",
    XLSX + ", 255044462d312e37",
    "application/zip, 4d5a9000",
    "text/csv, 4d5a9000",
    "text/plain, 7f454c4602",
    "text/csv, 612c00620a",
    "application/json, 504b030414000000",
    "image/svg+xml, 1f8b0800"
  })
  void contradictsALie(String said, String head) {
    byte[] bytes = HexFormat.of().parseHex(head);

    assertThat(Sniffed.contradiction(said, bytes, bytes.length)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"0", "3"})
  void looksAtNoByteBehindTheFiles(int length) {
    byte[] reused = "%PDF-1.7 of an earlier body".getBytes(StandardCharsets.US_ASCII);

    assertThat(Sniffed.contradiction("application/pdf", reused, length)).isPresent();
  }
}
