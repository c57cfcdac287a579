package dev.assay.readiness;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.assay.testing.architecture.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ReadinessArchitectureTest {

  private static final String SERVICE = "dev.assay.readiness";

  @Test
  void keepsToTheRulesOfAllServices() {
    ArchitectureRules.verify(SERVICE);
  }

  @Test
  void decisionsKnowNeitherHttpNorContainer() {
    noClasses()
        .that()
        .resideInAnyPackage("..control..", "..score..", "..blocker..", "..section302..", "..year..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta..", "io.quarkus..", "org.eclipse.microprofile..")
        .check(classes());
  }

  @Test
  void nothingTouchesADatabase() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "jakarta.persistence..", "org.hibernate..")
        .check(classes());
  }

  private static com.tngtech.archunit.core.domain.JavaClasses classes() {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages(SERVICE);
  }
}
