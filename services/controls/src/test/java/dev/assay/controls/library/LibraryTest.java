package dev.assay.controls.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The library against its own file, read here without the code that the product reads it with. */
class LibraryTest {

  private final Library library = new Library();
  private final JsonNode file = read();

  @Test
  void holdsSeventyTwoControlsOfWhichFortyOneAreKey() {
    assertThat(library.current().version()).isEqualTo("0.2");
    assertThat(library.current().controls())
        .hasSize(72)
        .satisfies(
            all -> assertThat(all.stream().filter(LibraryControl::key).count()).isEqualTo(41));
    assertThat(file.path("controls")).hasSize(72);
  }

  @Test
  void losesNoWordOfItsFile() {
    for (JsonNode row : file.path("controls")) {
      LibraryControl control = library.control("0.2", row.path("id").asText());

      assertThat(texts(row.path("assertions"))).isEqualTo(control.assertions());
      assertThat(texts(row.path("test_of_design"))).isEqualTo(control.testOfDesign());
      assertThat(texts(row.path("test_of_operating_effectiveness")))
          .isEqualTo(control.testOfOperatingEffectiveness());
      assertThat(texts(row.path("evidence_pbc"))).isEqualTo(control.evidenceToRequest());
      assertThat(texts(row.path("sox_sections"))).isEqualTo(control.soxSections());
      assertThat(texts(row.path("insurance_tags"))).isEqualTo(control.insuranceTags());
      assertThat(row.path("mappings")).hasSize(control.mappings().size());
      control
          .mappings()
          .forEach(
              (framework, ids) ->
                  assertThat(texts(row.path("mappings").path(framework))).isEqualTo(ids));
      assertThat(
              List.of(
                  control.category(),
                  control.title(),
                  control.objective(),
                  control.controlActivity(),
                  control.frequencyText(),
                  control.whatCouldGoWrong(),
                  control.sampleRule(),
                  control.reuseReason()))
          .isEqualTo(
              List.of(
                  row.path("category").asText(),
                  row.path("title").asText(),
                  row.path("objective").asText(),
                  row.path("control_activity").asText(),
                  row.path("frequency").asText(),
                  row.path("what_could_go_wrong").asText(),
                  row.path("sample_rule").asText(),
                  row.path("reuse_reason").asText()));
      assertThat(constants(row, "nature", "type", "frequency_code", "risk_rating", "reuse_class"))
          .isEqualTo(
              List.of(
                  control.nature().name(),
                  control.type().name(),
                  control.frequency().name(),
                  control.risk().name(),
                  control.reuseClass().name()));
      assertThat(control.key()).isEqualTo(row.path("key_control").asBoolean());
      assertThat(control.itgc()).isEqualTo(row.path("itgc_category").asBoolean());
    }
  }

  @Test
  void countsItsDomainsAsItsFileDoes() {
    LibraryResponse response = LibraryResponse.of(library);

    for (var domain : response.versions().getFirst().domains()) {
      assertThat(domain.controls())
          .as(domain.title())
          .isEqualTo(file.path("counts_by_category").path(domain.title()).asInt());
    }
  }

  private static List<String> constants(JsonNode row, String... fields) {
    List<String> constants = new ArrayList<>();
    for (String field : fields) {
      constants.add(row.path(field).asText().toUpperCase(Locale.ROOT).replaceAll("[ -]", "_"));
    }
    return constants;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  private static JsonNode read() {
    try (var in = LibraryTest.class.getResourceAsStream("/library/itgc-controls-0.2.json")) {
      return JsonMapper.builder().build().readTree(in);
    } catch (IOException missing) {
      throw new AssertionError(missing);
    }
  }
}
