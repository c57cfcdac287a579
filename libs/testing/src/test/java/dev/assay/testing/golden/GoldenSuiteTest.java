package dev.assay.testing.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class GoldenSuiteTest {

  private static GoldenSuite suite(String json) throws IOException {
    return GoldenSuite.of(JsonMapper.builder().build().readTree(json));
  }

  @Test
  void failsWithoutItsFile() {
    assertThatThrownBy(() -> GoldenSuite.named("no-such-suite")).isInstanceOf(IOException.class);
  }

  @Test
  void failsWithoutCasesOrWithAnotherNumberOfThem() {
    for (String json :
        new String[] {
          "{\"count\":0,\"cases\":[]}", "{\"count\":2,\"cases\":[{\"id\":\"A\"}]}", "{}"
        }) {
      assertThatThrownBy(() -> suite(json).tests(input -> input))
          .isInstanceOf(AssertionError.class);
    }
  }

  @Test
  void comparesTheWholeExpectedObject() throws IOException {
    var tests =
        suite("{\"count\":1,\"cases\":[{\"id\":\"A\",\"input\":{\"a\":1},\"expected\":{\"a\":2}}]}")
            .tests(input -> input)
            .toList();

    assertThat(tests).hasSize(1);
    assertThatThrownBy(() -> tests.getFirst().getExecutable().execute())
        .isInstanceOf(AssertionError.class);
  }
}
