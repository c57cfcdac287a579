package dev.assay.tenants.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.http.json.StrictJson;
import dev.assay.http.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawRowsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  static {
    new StrictJson().customize(JSON);
  }

  @Test
  void aLineOfNdjsonThatIsNoJsonSpoilsNoOther() throws IOException {
    String file =
        """
        {"a":1}

        {"a":
        {"a":2}{"b":3}
        {"a":1,"a":2}
        {"a":3}\
        """;

    assertThat(ndjson(file.getBytes(StandardCharsets.UTF_8)))
        .containsExactly("1 {\"a\":1}", "3 null", "4 null", "5 null", "6 {\"a\":3}");
  }

  @Test
  void aLineThatIsTooLongOrNotUtf8IsNoRow() throws IOException {
    byte[] latin = "{\"a\":\"\u00e9\"}\n{\"a\":1}\n".getBytes(StandardCharsets.ISO_8859_1);
    String tooLong = "{\"a\":\"" + "x".repeat(70_000) + "\"}\n{\"a\":1}\n";

    assertThat(ndjson(latin)).containsExactly("1 null", "2 {\"a\":1}");
    assertThat(ndjson(tooLong.getBytes(StandardCharsets.UTF_8)))
        .containsExactly("1 null", "2 {\"a\":1}");
    assertThat(ndjson(new byte[0])).isEmpty();
    assertThat(ndjson("\r\n".getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void csvBecomesTheJsonThatItsHeaderNames() throws IOException {
    String file =
        """
        \ufefftype,key,client.legalName,client.fiscalYearEnd.month,identifiers.CIK,identifiers.EIN
        CLIENT,A,"Copper, ""Field""
        & Sons (demo)",12,0000000001,
        PERSON,B,,,,
        """;

    assertThat(csv(file))
        .containsExactly(
            """
            1 {"type":"CLIENT","key":"A","client":{"legalName":"Copper, \\"Field\\"\\n& Sons (demo)",\
            "fiscalYearEnd":{"month":"12"}},"identifiers":[{"kind":"CIK","value":"0000000001"}]}\
            """,
            "2 {\"type\":\"PERSON\",\"key\":\"B\"}");
  }

  @Test
  void aRecordOfAnotherLengthIsNoRow() throws IOException {
    assertThat(csv("type,key\nCLIENT,A,more\nCLIENT\nCLIENT,B\n"))
        .containsExactly("1 null", "2 null", "3 {\"type\":\"CLIENT\",\"key\":\"B\"}");
  }

  @Test
  void behindAQuoteThatIsNotClosedNothingCanBeRead() throws IOException {
    assertThat(csv("type,key\nCLIENT,A\nCLIENT,\"B\nCLIENT,C\n"))
        .containsExactly("1 {\"type\":\"CLIENT\",\"key\":\"A\"}", "2 null");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "type\n", "key,client.legalName\n", "type,key,key\n", "type,key,a.b.c.d\n"})
  void aHeaderThatNamesNotWhatEachRowNeedsIsRefused(String file) {
    assertThatThrownBy(() -> csv(file))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("import-header-unusable");
  }

  private static List<String> ndjson(byte[] file) throws IOException {
    return all(new NdjsonRows(new ByteArrayInputStream(file), JSON.reader()));
  }

  private static List<String> csv(String file) throws IOException {
    return all(new CsvRows(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))));
  }

  private static List<String> all(RawRows rows) throws IOException {
    try (rows) {
      List<String> all = new ArrayList<>();
      for (RawRow row = rows.next(); row != null; row = rows.next()) {
        all.add(row.number() + " " + row.json());
      }
      return all;
    }
  }
}
