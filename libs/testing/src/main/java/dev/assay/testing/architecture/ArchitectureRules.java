package dev.assay.testing.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** What every service's code must keep to; a service's test calls {@link #verify}. */
public final class ArchitectureRules {

  private static final String REQUIRES = "dev.assay.tenancy.permission.Requires";
  private static final String OPEN = "dev.assay.http.openapi.Open";

  private ArchitectureRules() {}

  /** Checks the classes of this package and below, tests apart. */
  public static void verify(String basePackage) {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(basePackage);
    all(basePackage).forEach(rule -> rule.check(classes));
  }

  /** The rules one by one, for proofs. */
  static List<ArchRule> all(String basePackage) {
    return List.of(
        everyOperationNamesItsPermission(),
        operationsArePublic(),
        noEntityCrossesHttp(),
        noPackageCycles(basePackage),
        noCallToOtherPartsInsideTransactions(),
        timeComesFromTheClock(),
        noInjectionIntoFields());
  }

  static ArchRule everyOperationNamesItsPermission() {
    return methods()
        .that(Operations.ARE_OPERATIONS)
        .should(Operations.nameOneOf(REQUIRES, OPEN))
        .allowEmptyShould(true)
        .because("an operation without a permission would be open to whoever finds it");
  }

  static ArchRule operationsArePublic() {
    return methods()
        .that(Operations.ARE_OPERATIONS)
        .should()
        .bePublic()
        .allowEmptyShould(true)
        .because("the framework silently ignores others");
  }

  static ArchRule noEntityCrossesHttp() {
    return methods()
        .that(Operations.ARE_OPERATIONS)
        .should(Operations.HAVE_NO_ENTITY_IN_THEIR_SIGNATURE)
        .allowEmptyShould(true)
        .because("an entity in an answer shows whatever a later migration adds to it");
  }

  static ArchRule noPackageCycles(String basePackage) {
    return slices()
        .matching(basePackage + ".(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true);
  }

  static ArchRule noCallToOtherPartsInsideTransactions() {
    return methods()
        .that()
        .areAnnotatedWith("jakarta.transaction.Transactional")
        .should(new CallsOutside())
        .allowEmptyShould(true)
        .because("a call to another part would hold the transaction for as long as it pleases");
  }

  static ArchRule timeComesFromTheClock() {
    return noClasses()
        .should(Operations.READ_THE_TIME_THEMSELVES)
        .allowEmptyShould(true)
        .because("tests and replays set the Clock");
  }

  static ArchRule noInjectionIntoFields() {
    return noFields()
        .should()
        .beAnnotatedWith("jakarta.inject.Inject")
        .allowEmptyShould(true)
        .because("constructors say what a class needs");
  }

  /** Packages are marked null-safe, so that NullAway looks at them. */
  static ArchRule packagesAreNullMarked(String basePackage) {
    return classes()
        .that(resideInAPackage(basePackage + ".."))
        .and()
        .haveSimpleName("package-info")
        .should()
        .beAnnotatedWith("org.jspecify.annotations.NullMarked")
        .allowEmptyShould(true);
  }
}
