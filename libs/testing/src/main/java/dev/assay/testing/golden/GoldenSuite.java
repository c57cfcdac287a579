package dev.assay.testing.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;

/**
 * The cases of one golden suite, in the folder that {@code assay.golden} names. A missing file, no
 * case, or another number of cases than the file says fails.
 */
public final class GoldenSuite {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JsonNode file;

  private GoldenSuite(JsonNode file) {
    this.file = file;
  }

  /** The suite of this name; its file is {@code <name>.json}. */
  public static GoldenSuite named(String suite) throws IOException {
    Path folder = Path.of(System.getProperty("assay.golden", "src/test/resources/golden"));
    return new GoldenSuite(JSON.readTree(folder.resolve(suite + ".json").toFile()));
  }

  static GoldenSuite of(JsonNode file) {
    return new GoldenSuite(file);
  }

  /** One test a case: {@code answer} makes the whole expected object from the input. */
  public Stream<DynamicTest> tests(UnaryOperator<JsonNode> answer) {
    JsonNode cases = file.path("cases");
    assertThat(cases.size()).as("cases").isPositive().isEqualTo(file.path("count").asInt());
    return StreamSupport.stream(cases.spliterator(), false)
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.path("id").asText() + " " + one.path("description").asText(),
                    () ->
                        assertThat(answer.apply(one.path("input")).toPrettyString())
                            .isEqualTo(one.path("expected").toPrettyString())));
  }
}
