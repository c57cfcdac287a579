package dev.assay.evidence.auditpackage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.local.verify.PackageCheck;
import dev.assay.local.verify.Verdict;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More entries than a plain ZIP counts; how large ones are laid is ZipLayoutTest's. */
class LargePackageTest {

  @TempDir Path folder;

  @Test
  void holdsMoreEntriesThanAPlainZip() throws IOException {
    var vault = new Vault();
    UUID item = vault.item("Many files");
    for (int i = 0; i < 65_536; i++) {
      vault.file(item, "a", new byte[0]);
    }
    Path file = folder.resolve("many.zip");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      new PackageWriter(1 << 20).write(vault, out, (files, bytes) -> {});
    }

    assertThat(PackageCheck.of(file, Optional.empty())).isInstanceOf(Verdict.Accepted.class);
    try (var zip = new ZipFile(file.toFile())) {
      assertThat(zip.size()).isEqualTo(65_536 + 4);
    }
  }
}
