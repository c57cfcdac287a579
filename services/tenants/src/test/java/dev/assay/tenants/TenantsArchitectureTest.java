package dev.assay.tenants;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.assay.tenancy.scope.TenantScope;
import dev.assay.testing.architecture.ArchitectureRules;
import org.junit.jupiter.api.Test;

class TenantsArchitectureTest {

  @Test
  void keepsToTheRulesOfEveryService() {
    ArchitectureRules.verify("dev.assay.tenants");
  }

  @Test
  void onlyTheDirectoryReadsAcrossTenants() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.assay.tenants.directory")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(TenantScope.Directory.class)
        .because("its role sees the ids and grants of all tenants")
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.assay.tenants"));
  }
}
