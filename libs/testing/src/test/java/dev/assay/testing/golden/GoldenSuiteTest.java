package dev.assay.testing.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class GoldenSuiteTest {

  @Test
  void failsWithoutItsFile() {
    assertThatThrownBy(() -> GoldenSuite.named("no-such-suite")).isInstanceOf(IOException.class);
  }

  @Test
  void failsWithoutWholeCasesOrWithAnotherNumberOfThem() throws IOException {
    for (String json :
        new String[] {
          "{\"count\":0,\"cases\":[]}",
          "{\"count\":2,\"cases\":[{\"id\":\"A\",\"input\":1,\"expected\":1}]}",
          "{\"count\":1,\"cases\":[{\"id\":\"A\",\"input\":1}]}",
          "{\"count\":1,\"cases\":[{\"input\":1,\"expected\":1}]}",
          "{\"count\":2,\"cases\":[{\"id\":\"A\",\"input\":1,\"expected\":1},"
              + "{\"id\":\"A\",\"input\":1,\"expected\":1}]}",
          "{}"
        }) {
      assertThatThrownBy(() -> GoldenSuite.of(json).tests(input -> input))
          .isInstanceOf(AssertionError.class);
    }
  }

  @Test
  void comparesTheWholeExpectedObject() throws IOException {
    var tests =
        GoldenSuite.of(
                "{\"count\":1,\"cases\":[{\"id\":\"A\",\"input\":{\"a\":1},\"expected\":{\"a\":2}}]}")
            .tests(input -> input)
            .toList();

    assertThat(tests).hasSize(1);
    assertThatThrownBy(() -> tests.getFirst().getExecutable().execute())
        .isInstanceOf(AssertionError.class);
  }

  private static void run(String input, String expected) throws Throwable {
    GoldenSuite.of(
            "{\"count\":1,\"cases\":[{\"id\":\"A\",\"input\":%s,\"expected\":%s}]}"
                .formatted(input, expected))
        .tests(same -> same)
        .findFirst()
        .orElseThrow()
        .getExecutable()
        .execute();
  }

  @Test
  void takesKeysInAnyOrderAndItemsInTheirs() throws Throwable {
    run("{\"a\":[1,{\"x\":1,\"y\":2}],\"b\":1.50}", "{\"b\":1.50,\"a\":[1,{\"y\":2,\"x\":1}]}");

    for (String other :
        new String[] {
          "{\"b\":1.50,\"a\":[{\"y\":2,\"x\":1},1]}",
          "{\"b\":1.50,\"a\":[1,{\"y\":2,\"x\":1,\"z\":null}]}",
          "{\"b\":1.51,\"a\":[1,{\"y\":2,\"x\":1}]}",
          "{\"b\":\"1.50\",\"a\":[1,{\"y\":2,\"x\":1}]}"
        }) {
      assertThatThrownBy(() -> run("{\"a\":[1,{\"x\":1,\"y\":2}],\"b\":1.50}", other))
          .isInstanceOf(AssertionError.class);
    }
  }

  @Test
  void takesTheDoubleOfAnAnswerForTheDecimalOfItsCase() throws Throwable {
    GoldenSuite.of("{\"count\":1,\"cases\":[{\"id\":\"A\",\"input\":1,\"expected\":100.0}]}")
        .tests(input -> JsonNodeFactory.instance.numberNode(100d))
        .findFirst()
        .orElseThrow()
        .getExecutable()
        .execute();
  }
}
