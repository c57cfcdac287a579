package dev.assay.readiness;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.assay.tenancy.permission.Requires;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;

@AnalyzeClasses(
    packages = "dev.assay.readiness",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ReadinessArchitectureTest {

  @ArchTest
  static final ArchRule EVERY_OPERATION_NAMES_ITS_PERMISSION =
      methods()
          .that()
          .areAnnotatedWith(GET.class)
          .and()
          .areDeclaredInClassesThat()
          .areNotInterfaces()
          .should()
          .beAnnotatedWith(Requires.class)
          .andShould()
          .bePublic()
          .andShould()
          .beDeclaredInClassesThat()
          .areAnnotatedWith(RunOnVirtualThread.class);

  @ArchTest
  static final ArchRule PACKAGES_POINT_ONE_WAY =
      slices().matching("dev.assay.readiness.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule DECISIONS_ARE_PURE =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..control..", "..score..", "..blocker..", "..section302..", "..year..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta..", "io.quarkus..", "org.eclipse.microprofile..");

  @ArchTest
  static final ArchRule NOTHING_TOUCHES_A_DATABASE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..", "javax.sql..", "jakarta.persistence..", "org.hibernate..");
}
