package dev.assay.http.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.http.problem.CommonProblem;
import dev.assay.http.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {

  @Test
  void acceptsTheVersionThatIsCurrent() {
    assertThatCode(() -> EntityTag.require("\"v3\"", 3)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @NullAndEmptySource
  void asksForTheVersionWhenItIsMissing(String ifMatch) {
    assertThatThrownBy(() -> EntityTag.require(ifMatch, 3))
        .isInstanceOfSatisfying(
            ProblemException.class,
            thrown -> assertThat(thrown.type()).isEqualTo(CommonProblem.VERSION_REQUIRED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"v2\"", "\"v4\"", "v3", "*", "W/\"v3\""})
  void refusesEveryOtherVersion(String ifMatch) {
    assertThatThrownBy(() -> EntityTag.require(ifMatch, 3))
        .isInstanceOfSatisfying(
            ProblemException.class,
            thrown -> assertThat(thrown.type()).isEqualTo(CommonProblem.STALE_VERSION));
  }
}
