package dev.assay.testing.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureRulesTest {

  private static final JavaClasses BROKEN =
      new ClassFileImporter().importPackages("dev.assay.broken");

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(ArchitectureRules.everyOperationNamesItsPermission(), "withoutPermission"),
        Arguments.of(ArchitectureRules.operationsArePublic(), "notPublic"),
        Arguments.of(ArchitectureRules.noEntityCrossesHttp(), "entities"),
        Arguments.of(ArchitectureRules.noPackageCycles("dev.assay.broken.ring"), "Cycle"),
        Arguments.of(ArchitectureRules.noCallToOtherPartsInsideTransactions(), "callsOut"),
        Arguments.of(ArchitectureRules.timeComesFromTheClock(), "Instant.now"),
        Arguments.of(ArchitectureRules.noInjectionIntoFields(), "injected"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void catchesEveryFault(ArchRule rule, String culprit) {
    assertThatThrownBy(() -> rule.check(BROKEN))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(culprit);
  }

  @Test
  void coversEveryRuleByAFault() {
    assertThat(ArchitectureRules.all("dev.assay.broken")).hasSize((int) faults().count());
  }
}
