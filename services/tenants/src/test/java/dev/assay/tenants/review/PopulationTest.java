package dev.assay.tenants.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.tenancy.permission.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PopulationTest {

  private static final UUID FIRST = UUID.fromString("019aaf1e-7c00-7000-8000-000000000001");
  private static final UUID SECOND = UUID.fromString("f19aaf1e-7c00-7000-8000-000000000002");
  private static final UUID PERSON = UUID.fromString("019aaf1e-7c00-7000-8000-00000000000a");
  private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");

  @Test
  void theListingHasOneFormWhateverTheOrderOfItsRows() {
    var one = new Population(List.of(line(FIRST, null), line(SECOND, AT)));
    var other = new Population(List.of(line(SECOND, AT), line(FIRST, null)));

    assertThat(one.canonical())
        .isEqualTo(
            """
            [{"grantId":"019aaf1e-7c00-7000-8000-000000000001",\
            "grantedAt":"2026-11-23T10:00:00Z","grantedBy":"admin",\
            "personId":"019aaf1e-7c00-7000-8000-00000000000a","role":"CONTROL_OWNER",\
            "subject":"owner","validFrom":"2026-11-23T10:00:00Z"},\
            {"grantId":"f19aaf1e-7c00-7000-8000-000000000002",\
            "grantedAt":"2026-11-23T10:00:00Z","grantedBy":"admin",\
            "personId":"019aaf1e-7c00-7000-8000-00000000000a","role":"CONTROL_OWNER",\
            "subject":"owner","validFrom":"2026-11-23T10:00:00Z",\
            "validUntil":"2026-11-23T10:00:00Z"}]""");
    assertThat(other.sha256()).isEqualTo(one.sha256());
  }

  @Test
  void anEmptyListingHasAHashToo() {
    assertThat(new Population(List.of()).sha256())
        .isEqualTo("4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      quoteCharacter = '`',
      value = {
        "null,          ``",
        "plain,         plain",
        "`a,b`,         `\"a,b\"`",
        "`say \"no\"`,  `\"say \"\"no\"\"\"`",
        "=1+1,          '=1+1",
        "@sum,          '@sum",
        "-2,            '-2",
        "`+a,b`,        `\"'+a,b\"`"
      })
  void aCellIsQuotedAndRunsNoFormula(String value, String cell) {
    assertThat(ReviewCsv.cell(value)).isEqualTo(cell);
  }

  private static Population.Line line(UUID grant, Instant until) {
    return new Population.Line(
        grant, PERSON, "owner", Role.CONTROL_OWNER, AT, until, "admin", AT, null, null);
  }
}
