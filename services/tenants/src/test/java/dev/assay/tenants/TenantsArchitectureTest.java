package dev.assay.tenants;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.assay.tenancy.scope.TenantScope;
import dev.assay.testing.architecture.ArchitectureRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TenantsArchitectureTest {

  @Test
  void keepsToTheRulesOfEveryService() {
    ArchitectureRules.verify("dev.assay.tenants");
  }

  /** Its role sees the ids and grants of all tenants. */
  @Test
  void onlyTheDirectoryReadsAcrossTenants() throws IOException {
    List<String> thatNameTheRole;
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      thatNameTheRole =
          files
              .filter(file -> file.toString().endsWith(".java") && namesTheRole(file))
              .map(file -> file.getParent().getFileName().toString())
              .distinct()
              .toList();
    }

    assertThat(thatNameTheRole).containsExactly("directory");
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.assay.tenants.directory")
        .should()
        .callConstructor(TenantScope.Directory.class)
        .because("its role sees the ids and grants of all tenants")
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.assay.tenants"));
  }

  private static boolean namesTheRole(Path file) {
    try {
      return Files.readString(file).contains("_directory\"");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
