package dev.assay.testing.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What every service's code must keep to; a service's test calls {@link #verify}. */
public final class ArchitectureRules {

  private static final String REQUIRES = "dev.assay.tenancy.permission.Requires";
  private static final String OPEN = "dev.assay.http.openapi.Open";
  private static final String NULL_MARKED = "org.jspecify.annotations.NullMarked";

  /** A transaction's calls are followed through these; their own rules are checked elsewhere. */
  private static final List<String> LIBRARIES =
      List.of("dev.assay.http", "dev.assay.tenancy", "dev.assay.audit");

  private static final Set<String> INJECTION =
      Set.of(
          "jakarta.inject.Inject",
          "org.eclipse.microprofile.config.inject.ConfigProperty",
          "org.eclipse.microprofile.rest.client.inject.RestClient",
          "jakarta.persistence.PersistenceContext");

  private ArchitectureRules() {}

  /** Checks the classes of this package and below, tests apart; fails when there are none. */
  public static void verify(String basePackage) {
    JavaClasses imported =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(Stream.concat(Stream.of(basePackage), LIBRARIES.stream()).toList());
    verify(basePackage, imported);
  }

  static void verify(String basePackage, JavaClasses imported) {
    JavaClasses own = imported.that(resideInAPackage(basePackage + ".."));
    if (own.isEmpty()) {
      throw new AssertionError("There is no class in or below " + basePackage + ".");
    }
    all(basePackage).forEach(rule -> rule.check(own));
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
        noInjectionIntoFields(),
        packagesAreNullMarked());
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
        .should(Operations.CARRY_NO_ENTITY)
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
        .that(Transactions.RUN_CODE_INSIDE)
        .should(new CallsOutside())
        .allowEmptyShould(true)
        .because("a call to another part would hold the transaction for as long as it pleases");
  }

  static ArchRule timeComesFromTheClock() {
    return noClasses()
        .should(new OwnTime())
        .allowEmptyShould(true)
        .because("tests and replays set the Clock");
  }

  static ArchRule noInjectionIntoFields() {
    return noFields()
        .should()
        .beAnnotatedWith(
            DescribedPredicate.describe(
                "an injecting annotation",
                annotation -> INJECTION.contains(annotation.getRawType().getName())))
        .allowEmptyShould(true)
        .because("constructors say what a class needs");
  }

  static ArchRule packagesAreNullMarked() {
    return classes()
        .should(
            new ArchCondition<>("lie in a package that is marked null-safe") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NULL_MARKED)) {
                  events.add(
                      SimpleConditionEvent.violated(
                          type, type.getName() + " lies in a package that is not @NullMarked"));
                }
              }
            })
        .because("NullAway looks at no other");
  }
}
