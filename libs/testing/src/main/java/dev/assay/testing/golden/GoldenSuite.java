package dev.assay.testing.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;

/**
 * The cases of one golden suite, in the folder that {@code assay.golden} names. A missing file, no
 * case, another number of cases than the file says, and a case without its parts or of an id that
 * was there before fail.
 */
public final class GoldenSuite {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final JsonNode file;

  private GoldenSuite(JsonNode file) {
    this.file = file;
  }

  /** The suite of this name; its file is {@code <name>.json}. */
  public static GoldenSuite named(String suite) throws IOException {
    Path folder = Path.of(System.getProperty("assay.golden", "src/test/resources/golden"));
    return new GoldenSuite(JSON.readTree(folder.resolve(suite + ".json").toFile()));
  }

  static GoldenSuite of(String file) throws IOException {
    return new GoldenSuite(JSON.readTree(file));
  }

  /** One test a case: {@code answer} makes the whole expected object from the input. */
  public Stream<DynamicTest> tests(UnaryOperator<JsonNode> answer) {
    JsonNode cases = file.path("cases");
    assertThat(cases.size()).as("cases").isPositive().isEqualTo(file.path("count").asInt());
    Set<String> ids = new HashSet<>();
    for (JsonNode one : cases) {
      assertThat(one.hasNonNull("id") && one.has("input") && one.has("expected"))
          .as("a case has id, input and expected: %s", one)
          .isTrue();
      assertThat(ids.add(one.path("id").asText())).as("one case of id %s", one.path("id")).isTrue();
    }
    return StreamSupport.stream(cases.spliterator(), false)
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.path("id").asText() + " " + one.path("description").asText(),
                    () ->
                        assertThat(inOrder(answer.apply(one.path("input").deepCopy())))
                            .isEqualTo(inOrder(one.path("expected")))));
  }

  /** Written with keys in order: what differs then is content, and the lines show where. */
  private static String inOrder(JsonNode node) {
    return sorted(node).toPrettyString();
  }

  private static JsonNode sorted(JsonNode node) {
    if (node.isObject()) {
      ObjectNode ordered = JSON.createObjectNode();
      new TreeSet<>(((ObjectNode) node).propertyStream().map(Map.Entry::getKey).toList())
          .forEach(key -> ordered.set(key, sorted(node.get(key))));
      return ordered;
    }
    if (node.isArray()) {
      var items = JSON.createArrayNode();
      node.forEach(item -> items.add(sorted(item)));
      return items;
    }
    return node;
  }
}
