package dev.assay.testing.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Collectors;
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
            Stream.of("withoutPermission()", "declaredByItsInterface()")
                .map(c -> Arguments.of(ArchitectureRules.everyOperationNamesItsPermission(), c)),
            Stream.of("notPublic()")
                .map(c -> Arguments.of(ArchitectureRules.operationsArePublic(), c)),
            Stream.of("entities()", "entityInsideARecord()", "entityInItsDocument()")
                .map(c -> Arguments.of(ArchitectureRules.noEntityCrossesHttp(), c)),
            Stream.of("Cycle")
                .map(
                    c ->
                        Arguments.of(
                            ArchitectureRules.noPackageCycles("dev.assay.broken.ring"), c)),
            Stream.of("callsOut()", "callsThroughAnInterface(", "callsFromItsLambda(")
                .map(
                    c -> Arguments.of(ArchitectureRules.noCallToOtherPartsInsideTransactions(), c)),
            Stream.of("ownTime()", "ownTimeByReference()", "ownDate()", "ownClock()")
                .map(c -> Arguments.of(ArchitectureRules.timeComesFromTheClock(), c)),
            Stream.of("injected", "configured")
                .map(c -> Arguments.of(ArchitectureRules.noInjectionIntoFields(), c)),
            Stream.of("BrokenResource")
                .map(c -> Arguments.of(ArchitectureRules.packagesAreNullMarked(), c)))
        .flatMap(each -> each);
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
    var proven =
        faults()
            .map(fault -> ((ArchRule) fault.get()[0]).getDescription())
            .collect(Collectors.toSet());

    assertThat(ArchitectureRules.all("dev.assay.broken.ring"))
        .extracting(ArchRule::getDescription)
        .containsExactlyInAnyOrderElementsOf(proven);
  }

  @Test
  void findsNothingInASoundResource() {
    var sound = new ClassFileImporter().importPackages("dev.assay.sound", "dev.assay.tenancy");

    assertThatCode(() -> ArchitectureRules.verify("dev.assay.sound", sound))
        .doesNotThrowAnyException();
  }

  @Test
  void failsWhereThereIsNothingToCheck() {
    assertThatThrownBy(() -> ArchitectureRules.verify("dev.assay.misspelled"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("dev.assay.misspelled");
  }
}
