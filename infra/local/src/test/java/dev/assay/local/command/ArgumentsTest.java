package dev.assay.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.local.layout.Exit;
import dev.assay.local.layout.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {
  @Test
  void givesSecondStackItsOwnFolderAndPorts() {
    var layout =
        Arguments.parse(List.of("--state", "/somewhere", "--ports-offset", "3000"))
            .layout(Path.of("/repository"), Map.of());

    assertThat(layout.state()).isEqualTo(Path.of("/somewhere"));
    assertThat(layout.ports().keycloak()).isEqualTo(21_080);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--detatch", "stray"})
  void refusesWhatItDoesNotKnow(String argument) {
    assertThatThrownBy(() -> Arguments.parse(List.of(argument)).allow(0, "--detach"))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.exit()).isEqualTo(Exit.USAGE));
  }

  @Test
  void refusesOptionWithoutItsValue() {
    assertThatThrownBy(() -> Arguments.parse(List.of("--state")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("--state needs a value");
  }
}
