package dev.assay.http.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.http.problem.CommonProblem;
import dev.assay.http.problem.ProblemException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRequestTest {

  private static Page<String> page(PageRequest request, String... rows) {
    return Page.of(List.of(rows), request, Function.identity(), Function.identity());
  }

  @Test
  void leadsThroughAListByItsCursor() {
    var first = page(PageRequest.of(2, null, "clients", 7), "a", "b", "c");

    var next = PageRequest.of(2, first.nextCursor(), "clients", 7);

    assertThat(first.items()).containsExactly("a", "b");
    assertThat(next.after(Function.identity())).contains("b");
  }

  @Test
  void hasNoCursorOnTheLastPage() {
    assertThat(page(PageRequest.of(2, null, "clients"), "a", "b").nextCursor()).isNull();
  }

  @Test
  void refusesTheCursorOfAnotherList() {
    String cursor = page(PageRequest.of(1, null, "clients", "msp-1"), "a", "b").nextCursor();

    assertThatThrownBy(() -> PageRequest.of(1, cursor, "clients", "msp-2"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            thrown -> assertThat(thrown.type()).isEqualTo(CommonProblem.INVALID_CURSOR));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not-an-id", "018f-"})
  void refusesACursorWhoseKeySomebodyWroteThemselves(String key) {
    var forged = PageRequest.of(1, PageRequest.of(1, null, "clients").cursorAt(key), "clients");

    assertThatThrownBy(() -> forged.after(UUID::fromString))
        .isInstanceOfSatisfying(
            ProblemException.class,
            thrown -> assertThat(thrown.type()).isEqualTo(CommonProblem.INVALID_CURSOR));
  }

  @Test
  void refusesACursorWhoseKeyNoTextCanBe() {
    String cursor = PageRequest.of(1, null, "clients").cursorAt("a\0");

    assertThatThrownBy(() -> PageRequest.of(1, cursor, "clients"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            thrown -> assertThat(thrown.type()).isEqualTo(CommonProblem.INVALID_CURSOR));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "!", "AAAA", "bm90IGEgY3Vyc29y"})
  void refusesACursorThatNobodyGave(String cursor) {
    assertThatThrownBy(() -> PageRequest.of(1, cursor, "clients"))
        .isInstanceOf(ProblemException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 201})
  void refusesALimitOutOfRange(int limit) {
    assertThatThrownBy(() -> PageRequest.of(limit, null)).isInstanceOf(ProblemException.class);
  }
}
